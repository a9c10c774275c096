package io.haetae.procedure;

import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What the service itself does to a run is journalled and told like what people do. */
@ApplicationScoped
class RunFollowUp {

    private final RunCourse course;
    private final RunChronicle chronicle;
    private final RunMessages messages;

    RunFollowUp(RunCourse course, RunChronicle chronicle, RunMessages messages) {
        this.course = course;
        this.chronicle = chronicle;
        this.messages = messages;
    }

    /** Steps that have ended by themselves. */
    void ended(Walk walk, List<RunStep> ended) {
        for (RunStep step : ended) {
            Step plan = walk.manual().place(step.step).step();
            String outcome = String.valueOf(step.outcome);
            chronicle.journal(
                    walk, "procedure.step-ended", Map.of("step", step.step, "round", step.round, "outcome", outcome));
            chronicle.tell(walk, "STEP_DONE", walk.now(), plan, outcome, null);
        }
        course.follow(walk);
    }

    /** A person has moved the run to another version of its manual. */
    void moved(Walk walk, Moved moved) {
        chronicle.journal(
                walk,
                "procedure.run-moved",
                Map.of(
                        "from",
                        moved.fromVersion,
                        "to",
                        moved.toVersion,
                        "reason",
                        moved.reason,
                        "vanished",
                        moved.vanished,
                        "added",
                        moved.added));
        String versions = moved.fromVersion + " → " + moved.toVersion;
        chronicle.tell(walk, "RUN_MOVED", walk.now(), versions + " – " + moved.reason);
    }

    /** A time limit has passed: somebody is told, once. */
    void overdue(Walk walk, RunStep step) {
        messages.overdue(walk, step);
        step.tell(walk.now());
        chronicle.journal(
                walk,
                "procedure.step-overdue",
                Map.of("step", step.step, "round", step.round, "dueAt", String.valueOf(step.dueAt)));
    }
}
