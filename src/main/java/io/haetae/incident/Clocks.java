package io.haetae.incident;

import io.haetae.incident.IncidentClock.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Clocks implements PanacheRepositoryBase<IncidentClock, UUID> {

    private static final List<State> OPEN = List.of(State.RUNNING, State.WARNED, State.BREACHED);

    List<IncidentClock> of(UUID incident) {
        return list("incident = ?1 order by dueAt, kind", incident);
    }

    /** For writing: the sweep passes them over. */
    List<IncidentClock> claim(UUID incident) {
        return find("incident = ?1 order by dueAt, kind", incident)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<IncidentClock> all(Collection<UUID> incidents) {
        return list("incident in ?1", incidents);
    }

    List<IncidentClock> of(List<UUID> incidents) {
        return list("incident in ?1 and state in ?2 order by dueAt, kind", incidents, OPEN);
    }

    Optional<IncidentClock> open(UUID incident, String kind) {
        return find("incident = ?1 and kind = ?2 and state in ?3", incident, kind, OPEN)
                .firstResultOptional();
    }

    /** Clocks that have to be looked at, claimed: another replica passes them over. */
    @SuppressWarnings("unchecked")
    List<IncidentClock> claimDue(Instant now, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from incident_clock where next_at <= ?1 order by next_at limit ?2"
                                + " for update skip locked",
                        IncidentClock.class)
                .setParameter(1, now)
                .setParameter(2, most)
                .getResultList();
    }
}
