package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subject as this room needs it.
 *
 * @param href its page
 * @param scope scope keys of the thing
 * @param needToKnow only for the institutions concerned, the situation room and auditors
 * @param institutions codes of those whose people do what has to be done
 * @param times when what happened, by name: DETECTED, RECOGNISED, RECOVERED
 * @param failureGrade the one in force, or null
 */
public record SubjectView(
        String kind,
        String id,
        String title,
        String href,
        Set<String> scope,
        boolean needToKnow,
        boolean exercise,
        List<String> institutions,
        Map<String, Instant> times,
        @Nullable Integer failureGrade) {

    public SubjectView {
        scope = Set.copyOf(scope);
        institutions = List.copyOf(institutions);
        times = Map.copyOf(times);
    }

    /** Whether the actor may know of it. */
    boolean isVisibleTo(Actor actor) {
        if (!needToKnow) {
            return actor.scope().reaches(scope);
        }
        return seesAll(actor) || scope.stream().anyMatch(actor.scope().keys()::contains);
    }

    /** Who sees also what is need to know, wherever it is. */
    static boolean seesAll(Actor actor) {
        return actor.hasAny(Role.SITUATION, Role.AUDITOR);
    }
}
