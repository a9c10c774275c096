package io.haetae.procedure;

import io.haetae.kernel.Ids;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to every change of a run, whoever brings it about. */
@ApplicationScoped
class RunCourse {

    private final Flow flow;
    private final RunRecords records;
    private final RunChronicle chronicle;
    private final RunMessages messages;
    private final RunViews views;
    private final Clock clock;

    RunCourse(
            Flow flow, RunRecords records, RunChronicle chronicle, RunMessages messages, RunViews views, Clock clock) {
        this.flow = flow;
        this.records = records;
        this.chronicle = chronicle;
        this.messages = messages;
        this.views = views;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    List<RunRow> rows(List<Run> runs) {
        return views.rows(runs, now());
    }

    /** The first step becomes ready; a person who begins a run holds it. */
    void begin(Walk walk, boolean automatic) {
        if (!automatic) {
            walk.run().hold(walk.by().id(), walk.by().name());
        }
        flow.begin(walk);
        chronicle.journal(walk, "procedure.run-started", Map.of("automatic", automatic));
        chronicle.tell(walk, "RUN_STARTED", walk.now(), null);
        follow(walk);
        records.flush();
    }

    /** Whoever acts first on a run that nobody holds has it. */
    void takeIfFree(Walk walk) {
        if (walk.run().holder == null) {
            hold(walk, walk.by().id(), walk.by().name(), null);
        }
    }

    HandedOver hold(Walk walk, UUID person, String name, @Nullable String note) {
        HandedOver handed = new HandedOver(
                Ids.at(walk.now()), walk.run(), person, name, walk.by().name(), note, walk.now());
        records.add(handed);
        walk.run().hold(person, name);
        return handed;
    }

    /** Ends a run before its end; what was done stays. */
    void stop(Walk walk, String reason) {
        walk.run().end(Run.State.CANCELLED, walk.by(), reason, walk.now());
        chronicle.journal(walk, "procedure.run-cancelled", Map.of("reason", reason));
        follow(walk);
    }

    /** What follows from a change: approvers are asked, and the end of a run is told in its subject's timeline. */
    void follow(Walk walk) {
        for (RunStep step : walk.entered()) {
            Step plan = walk.manual().place(step.step).step();
            if (walk.run().isOpen() && plan.approval() != null) {
                List<String> asked = messages.approval(walk, plan, step);
                chronicle.journal(
                        walk,
                        "procedure.approval-asked",
                        Map.of("step", step.step, "round", step.round, "people", asked));
            }
        }
        if (!walk.run().isOpen()) {
            chronicle.tell(
                    walk,
                    walk.run().state == Run.State.DONE ? "RUN_ENDED" : "RUN_CANCELLED",
                    walk.now(),
                    walk.run().endReason);
        }
    }
}
