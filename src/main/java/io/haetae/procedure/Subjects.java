package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.SubjectFacts;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of things that runs can be about in this installation. */
@ApplicationScoped
class Subjects {

    private final Map<String, RunSubject> byKind = new TreeMap<>();

    Subjects(@All List<RunSubject> subjects) {
        subjects.forEach(subject -> byKind.put(subject.kind(), subject));
    }

    /** The room that owns that kind, if there is one. */
    Optional<RunSubject> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The room that owns that kind. */
    RunSubject get(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no room owns the kind " + kind));
    }

    /** The thing, as far as the actor may know of it. */
    Optional<SubjectView> visible(String kind, String id, Actor actor) {
        return find(kind).flatMap(subject -> subject.find(id)).filter(subject -> subject.isVisibleTo(actor));
    }

    /** The thing a run is asked for; refuses a kind that has none and a thing the actor may not know of. */
    SubjectView forStart(String kind, String id, Actor actor) {
        if (find(kind).isEmpty()) {
            throw Refusal.field("/subject/kind", "unknown-value", kind);
        }
        return visible(kind, id, actor).orElseThrow(() -> Refusal.field("/subject/id", "unknown-subject", id));
    }

    Map<String, SubjectFacts> facts() {
        Map<String, SubjectFacts> facts = new TreeMap<>();
        byKind.forEach((kind, subject) ->
                facts.put(kind, new SubjectFacts(subject.readable(), subject.writable(), subject.writableOfParts())));
        return facts;
    }
}
