package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.procedure.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins the procedures that an incident's failure grade asks for, after the incident itself is safe. Claiming, beginning
 * and forgetting are one transaction; the room below begins none twice.
 */
@ApplicationScoped
class IncidentProcedures {

    private static final Duration LATER = Duration.ofMinutes(1);
    private static final String MISSING = "PROCEDURE_MISSING";
    private static final String FAILED = "PROCEDURE_FAILED";

    private final Sql sql;
    private final Incidents incidents;
    private final IncidentRuns subject;
    private final Runs runs;
    private final Chronicle chronicle;
    private final Clock clock;

    IncidentProcedures(
            Sql sql, Incidents incidents, IncidentRuns subject, Runs runs, Chronicle chronicle, Clock clock) {
        this.sql = sql;
        this.incidents = incidents;
        this.subject = subject;
        this.runs = runs;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Incidents whose procedures are to be begun. */
    @Transactional
    public List<UUID> due(int most) {
        return sql.list(
                "select id from incident where procedures_due_at <= ? order by procedures_due_at limit ?",
                row -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                clock.instant(),
                most);
    }

    /** Begins those of one incident, unless another replica is at it or has done it. */
    @Transactional
    public void begin(UUID id) {
        Instant now = clock.instant();
        // Weaker than the lock of a verb: a person who begins the same run writes to the timeline meanwhile.
        Optional<UUID> claimed =
                sql.first("""
                update incident set procedures_due_at = null where id = (
                    select id from incident where id = ? and procedures_due_at <= ? for no key update skip locked)
                returning id""", row -> Objects.requireNonNull(row.getObject("id", UUID.class)), id, now);
        if (claimed.isEmpty()) {
            return;
        }
        Incident incident = Objects.requireNonNull(incidents.findById(id));
        boolean over = incident.state == IncidentState.CANCELLED;
        if (over) {
            return;
        }
        Runs.Started started = runs.startDue(subject.view(incident));
        if (started.missing()) {
            say(incident, MISSING, Map.of());
        }
        if (!started.unreadable().isEmpty()) {
            failed(id, String.join("; ", started.unreadable()));
        }
    }

    /** Says in the timeline, once, that it failed, and tries again later. */
    @Transactional
    public void failed(UUID id, String why) {
        sql.update(
                "update incident set procedures_due_at = ? where id = ?",
                clock.instant().plus(LATER),
                id);
        say(Objects.requireNonNull(incidents.findById(id)), FAILED, Map.of("reason", why));
    }

    private void say(Incident incident, String kind, Map<String, Object> data) {
        boolean said = sql.first(
                        "select 1 from incident_timeline where incident = ? and kind = ? limit 1",
                        row -> true,
                        incident.id,
                        kind)
                .isPresent();
        if (!said) {
            Instant now = clock.instant();
            chronicle.write(incident, "incident.procedure-not-begun", kind, now, now, data);
        }
    }
}
