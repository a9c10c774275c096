package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads and keeps incidents. */
@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('incident_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** A new incident under the next number. */
    Incident create(IncidentCommand command, Instant now, UUID by) {
        long seq = nextSeq();
        String number = "INC-%d-%06d".formatted(now.atZone(Zones.SEOUL).getYear(), seq);
        return new Incident(Ids.at(now), seq, number, command, now, by);
    }

    /** A new incident that knows what another one does, without its systems. */
    Incident splitOff(Incident whole, String title, Instant now, UUID by) {
        Incident part = create(IncidentJoin.copy(whole, title), now, by);
        part.exercise = whole.exercise;
        part.fearedUntil = whole.fearedUntil;
        return part;
    }

    /** The incident for writing: verbs on one incident follow one another. Refuses (404) what is out of scope. */
    Incident lock(String number, Actor actor) {
        return visible(resolve(number, LockModeType.PESSIMISTIC_WRITE).orElse(null), actor);
    }

    /** The incident of that number, or the one that has taken it in. */
    Optional<Incident> resolve(String number, LockModeType lock) {
        Optional<Incident> named = find("number", number).withLock(lock).firstResultOptional();
        return named.flatMap(
                incident -> incident.mergedInto == null ? named : findByIdOptional(incident.mergedInto, lock));
    }

    /** That very incident, even when another has taken it in; for writing. */
    Incident lockItself(String number, Actor actor) {
        return visible(
                find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult(), actor);
    }

    /** The incident for reading. Refuses (404) what is out of scope. */
    Incident read(String number, Actor actor) {
        return visible(resolve(number, LockModeType.NONE).orElse(null), actor);
    }

    private static Incident visible(@Nullable Incident incident, Actor actor) {
        if (incident == null || !isVisible(incident, actor)) {
            throw Refusal.notFound();
        }
        return incident;
    }

    /**
     * Need to know: the institutions concerned, those of the support team who are sent to help with one of its systems, the
     * situation room and auditors; the rest of the team and administrators not.
     */
    static boolean isVisible(Incident incident, Actor actor) {
        if (incident.visibility == IncidentCommand.Visibility.NORMAL) {
            return actor.scope().reaches(incident.scope);
        }
        return seesAll(actor) || incident.scope.stream().anyMatch(actor.scope().keys()::contains);
    }

    static boolean seesAll(Actor actor) {
        return actor.hasAny(Role.SITUATION, Role.AUDITOR);
    }
}
