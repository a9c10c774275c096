package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.procedure.engine.Manual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run in the hands of one transaction: its manual, its steps, its subject, and now. */
final class Walk {

    private final Run run;
    private final Manual manual;
    private final RunSubject source;
    private final SubjectView subject;
    private final List<RunStep> steps;
    private final Actor by;
    private final Instant now;
    private @Nullable Map<String, Object> facts;

    Walk(Run run, Manual manual, RunSubject source, SubjectView subject, List<RunStep> steps, Actor by, Instant now) {
        this.run = run;
        this.manual = manual;
        this.source = source;
        this.subject = subject;
        this.steps = new ArrayList<>(steps);
        this.by = by;
        this.now = now;
    }

    Run run() {
        return run;
    }

    Manual manual() {
        return manual;
    }

    RunSubject source() {
        return source;
    }

    SubjectView subject() {
        return subject;
    }

    Actor by() {
        return by;
    }

    Instant now() {
        return now;
    }

    /** The subject's facts, asked once. */
    Map<String, Object> facts() {
        if (facts == null) {
            facts = source.facts(run.subjectId);
        }
        return Objects.requireNonNull(facts);
    }

    /** Facts have been written: they are asked again. */
    void forgetFacts() {
        facts = null;
    }

    List<RunStep> steps() {
        return List.copyOf(steps);
    }

    void add(RunStep step) {
        steps.add(step);
    }

    List<RunStep> open() {
        return steps.stream().filter(RunStep::isOpen).toList();
    }

    Optional<RunStep> open(String step) {
        return steps.stream()
                .filter(candidate -> candidate.isOpen() && candidate.step.equals(step))
                .findFirst();
    }

    int rounds(String step) {
        return (int)
                steps.stream().filter(candidate -> candidate.step.equals(step)).count();
    }

    @Nullable
    RunStep parent(RunStep step) {
        return steps.stream()
                .filter(candidate -> candidate.id.equals(step.parent))
                .findFirst()
                .orElse(null);
    }
}
