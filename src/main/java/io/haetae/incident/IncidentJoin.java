package io.haetae.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one incident knows beside another: both together when they are one, a copy when one becomes two. */
final class IncidentJoin {

    private IncidentJoin() {}

    /** What it knows, for an incident that is split off; systems and places stay. */
    static IncidentCommand copy(Incident whole, String title) {
        return new IncidentCommand(
                whole.kind,
                title,
                whole.occurredAt,
                whole.detectedAt,
                whole.recognisedAt,
                whole.source,
                List.of(),
                List.of(),
                whole.regions,
                List.of(),
                whole.lifeSafety,
                whole.security,
                whole.deadlineToday,
                whole.deadlineWithin24Hours,
                whole.cause,
                whole.damage,
                whole.actions,
                whole.department,
                whole.contact,
                whole.expectedRecoveryAt,
                null,
                null,
                whole.visibility,
                whole.exercise);
    }

    /** The survivor takes the other in: it began with the first of the two, and the worse of what both say counts. */
    static void takeIn(Incident survivor, Incident other, Instant now) {
        for (IncidentSystem system : other.systems) {
            survivor.system(system.getCode()).ifPresent(known -> known.join(system, other.onset(), now));
        }
        other.locations.stream()
                .filter(place -> survivor.locations.stream().noneMatch(place::samePlace))
                .forEach(survivor.locations::add);
        survivor.occurredAt = earlier(survivor.occurredAt, other.occurredAt);
        survivor.detectedAt = earlier(survivor.detectedAt, other.detectedAt);
        survivor.recognisedAt = earlier(survivor.recognisedAt, other.recognisedAt);
        survivor.regions = union(survivor.regions, other.regions);
        survivor.affectedInstitutions = union(survivor.affectedInstitutions, other.affectedInstitutions);
        survivor.scope = union(survivor.scope, other.scope).stream().sorted().toList();
        survivor.lifeSafety |= other.lifeSafety;
        survivor.major |= other.major;
        survivor.security = worse(survivor.security, other.security);
        survivor.visibility = worse(survivor.visibility, other.visibility);
        survivor.deadlineToday = Incident.either(survivor.deadlineToday, other.deadlineToday);
        survivor.deadlineWithin24Hours = Incident.either(survivor.deadlineWithin24Hours, other.deadlineWithin24Hours);
        survivor.cause = Incident.either(survivor.cause, other.cause);
        survivor.damage = Incident.either(survivor.damage, other.damage);
        survivor.actions = Incident.either(survivor.actions, other.actions);
        other.cancel(CancelledAs.MERGED);
        other.mergedInto = survivor.id;
        other.proceduresDueAt = null;
        other.reviewPending = false;
    }

    /** Of values that are declared from harmless to grave. */
    private static <E extends Enum<E>> E worse(E one, E other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
