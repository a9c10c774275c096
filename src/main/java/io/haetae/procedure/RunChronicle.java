package io.haetae.procedure;

import io.haetae.audit.Journal;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what happened in a run: in the journal under its subject, and into the subject's own timeline. */
@ApplicationScoped
class RunChronicle {

    private final Journal journal;
    private final Texts texts;

    RunChronicle(Journal journal, Texts texts) {
        this.journal = journal;
        this.texts = texts;
    }

    /** One act: one entry of the journal. */
    void journal(Walk walk, String rule, Map<String, ?> data) {
        Run run = walk.run();
        Map<String, Object> all = new HashMap<>(data);
        all.put("run", run.id.toString());
        all.put("manual", run.manual().toString());
        all.put("runState", run.state.name());
        journal.record(rule, run.subjectKind, run.subjectId, all);
    }

    /** An act that people look for in the timeline of the subject too. */
    void tell(Walk walk, String kind, Instant at, @Nullable String note) {
        tell(walk, kind, at, null, null, note);
    }

    /** What came of a step, in the timeline of the subject. */
    void tell(
            Walk walk, String kind, Instant at, @Nullable Step step, @Nullable String outcome, @Nullable String note) {
        LocalizedText manual = walk.manual().header().title();
        walk.source()
                .told(
                        walk.run().subjectId,
                        new RunHappening(
                                kind,
                                at,
                                walk.run().id,
                                manual,
                                step == null ? null : step.title(),
                                step == null || outcome == null ? null : outcome(step, outcome),
                                note));
    }

    /** An outcome in words: a decision's own, or one of ours. */
    LocalizedText outcome(Step step, String outcome) {
        Optional<Step.Option> option = step.option(outcome);
        return option.map(Step.Option::label).orElseGet(() -> texts.both("procedure.outcome." + outcome, Map.of()));
    }
}
