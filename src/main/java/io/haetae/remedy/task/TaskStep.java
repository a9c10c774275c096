package io.haetae.remedy.task;

import static io.haetae.remedy.task.TaskState.DONE;
import static io.haetae.remedy.task.TaskState.RUNNING;
import static io.haetae.remedy.task.TaskState.STOPPED;

import io.haetae.remedy.Steps;
import io.haetae.remedy.Steps.Move;
import java.util.List;

/** What is done with a task; {@link #TABLE} says when. */
enum TaskStep implements Steps.Named {
    /** By an officer of the owner or of an institution above it; the rest by the coordinator. */
    REPORT("reports"),
    CONTENT("content"),
    REOPENING("reopening");

    /** Rule of the beginning, which starts in no state. */
    static final String ADDED = "remedy.task-added";

    static final Steps<TaskStep, TaskState> TABLE = new Steps<>(
            TaskError.NOT_ALLOWED_NOW,
            List.of(
                    new Move<>("remedy.task-reported", REPORT, RUNNING, RUNNING),
                    new Move<>("remedy.task-done", REPORT, RUNNING, DONE),
                    new Move<>("remedy.task-stopped", REPORT, RUNNING, STOPPED),
                    new Move<>("remedy.task-changed", CONTENT, RUNNING, RUNNING),
                    new Move<>("remedy.task-reopened", REOPENING, DONE, RUNNING),
                    new Move<>("remedy.task-resumed", REOPENING, STOPPED, RUNNING)));

    private final String noun;

    TaskStep(String noun) {
        this.noun = noun;
    }

    @Override
    public String noun() {
        return noun;
    }
}
