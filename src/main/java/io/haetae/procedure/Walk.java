package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.procedure.engine.Manual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in the hands of one transaction: its manual, its steps, its subject, and now. */
final class Walk {

    private final Run run;
    private final Editions editions;
    private final RunSubject source;
    private final SubjectView subject;
    private final List<RunStep> steps;
    private final Actor by;
    private final Instant now;
    private final List<RunStep> entered = new ArrayList<>();
    private final Set<UUID> opening = new HashSet<>();
    private @Nullable Map<String, Object> facts;

    Walk(
            Run run,
            Editions editions,
            RunSubject source,
            SubjectView subject,
            List<RunStep> steps,
            Actor by,
            Instant now) {
        this.run = run;
        this.editions = editions;
        this.source = source;
        this.subject = subject;
        this.steps = new ArrayList<>(steps);
        this.by = by;
        this.now = now;
    }

    Run run() {
        return run;
    }

    /** The version the run goes by. */
    Manual manual() {
        return editions.present();
    }

    Editions editions() {
        return editions;
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

    /** A step has become ready. */
    void add(RunStep step) {
        steps.add(step);
        entered.add(step);
    }

    /** Steps that have become ready in this walk, and are to be done. */
    List<RunStep> entered() {
        return entered.stream().filter(RunStep::isOpen).toList();
    }

    /** The branches of a PARALLEL become ready one by one; until all have, none of them can be the last. */
    void opening(RunStep parallel, Runnable branches) {
        opening.add(parallel.id);
        branches.run();
        opening.remove(parallel.id);
    }

    boolean isOpening(RunStep parallel) {
        return opening.contains(parallel.id);
    }

    /** The last round of every step that became ready, in the order in which they did. */
    List<RunStep> latest() {
        Map<String, RunStep> latest = new LinkedHashMap<>();
        steps.forEach(step -> latest.put(step.step, step));
        return List.copyOf(latest.values());
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
