package io.haetae.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Does what has become due, each in the transaction that claims it. Doing it twice changes nothing. */
@ApplicationScoped
class IncidentDue {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Incidents incidents;
    private final Clocks clocks;
    private final IncidentViews views;
    private final GradeCourse course;
    private final ReportingClockwork clockwork;
    private final Clock clock;

    IncidentDue(
            EntityManager database,
            Incidents incidents,
            Clocks clocks,
            IncidentViews views,
            GradeCourse course,
            ReportingClockwork clockwork,
            Clock clock) {
        this.database = database;
        this.incidents = incidents;
        this.clocks = clocks;
        this.views = views;
        this.course = course;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    /** Incidents whose grade time alone may change now. */
    @Transactional
    public List<UUID> regradeable(int most) {
        List<?> rows = database.createNativeQuery(
                        "select id from incident where regrade_at <= ?1 order by regrade_at limit ?2")
                .setParameter(1, clock.instant())
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Grades one of them again, unless another replica is at it or has done it. */
    @Transactional
    public void regrade(UUID id) {
        Instant now = clock.instant();
        List<?> claimed = database.createNativeQuery(
                        "select * from incident where id = ?1 and regrade_at <= ?2 for update skip locked",
                        Incident.class)
                .setParameter(1, id)
                .setParameter(2, now)
                .getResultList();
        for (Object row : claimed) {
            Incident incident = (Incident) row;
            course.regrade(incident, views.registerOf(incident), now);
        }
    }

    /** Tries one of them later. */
    @Transactional
    public void postpone(UUID id) {
        database.createNativeQuery("update incident set regrade_at = ?2 where id = ?1 and regrade_at is not null")
                .setParameter(1, id)
                .setParameter(2, clock.instant().plus(LATER))
                .executeUpdate();
    }

    /** Warns of clocks and marks breached ones. Says how many it looked at. */
    @Transactional
    public int advanceClocks(int most) {
        Instant now = clock.instant();
        List<IncidentClock> claimed = new ArrayList<>(clocks.claimDue(now, most));
        for (IncidentClock due : claimed) {
            for (IncidentClock.State passed : due.advance(now)) {
                Incident incident = Objects.requireNonNull(incidents.findById(due.incident));
                clockwork.tell(incident, due, passed, now);
            }
        }
        return claimed.size();
    }
}
