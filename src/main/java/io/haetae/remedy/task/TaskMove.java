package io.haetae.remedy.task;

import static io.haetae.remedy.task.TaskState.DONE;
import static io.haetae.remedy.task.TaskState.RUNNING;
import static io.haetae.remedy.task.TaskState.STOPPED;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a task; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 */
record TaskMove(String rule, Step step, TaskState from, TaskState to) {

    /** Rule of the beginning, which starts in no state. */
    static final String ADDED = "remedy.task-added";

    static final List<TaskMove> TABLE = List.of(
            new TaskMove("remedy.task-reported", Step.REPORT, RUNNING, RUNNING),
            new TaskMove("remedy.task-done", Step.REPORT, RUNNING, DONE),
            new TaskMove("remedy.task-stopped", Step.REPORT, RUNNING, STOPPED),
            new TaskMove("remedy.task-changed", Step.CONTENT, RUNNING, RUNNING),
            new TaskMove("remedy.task-reopened", Step.REOPENING, DONE, RUNNING),
            new TaskMove("remedy.task-resumed", Step.REOPENING, STOPPED, RUNNING));

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        /** By an officer of the owner or of an institution above it; the rest by the coordinator. */
        REPORT("reports"),
        CONTENT("content"),
        REOPENING("reopening");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** The step from that state to the other, or a refusal (409) that says which steps are legal. */
    static TaskMove require(Step step, TaskState from, TaskState to) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from && one.to == to)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        TaskError.NOT_ALLOWED_NOW,
                        Map.of(
                                "state",
                                from.name(),
                                "allowed",
                                from(from).stream().map(Step::noun).toList())));
    }

    /** The steps that may be taken in a state. */
    static List<Step> from(TaskState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(TaskMove::step)
                .distinct()
                .toList();
    }
}
