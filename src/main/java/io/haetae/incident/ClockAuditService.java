package io.haetae.incident;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Goes round the incidents that are not over, some at a time, and compares their clocks with what their events say. What
 * differs is kept for the check that looks for everything late or wrong; nothing is set right by itself.
 */
@ApplicationScoped
class ClockAuditService {

    private static final Logger LOG = Logger.getLogger(ClockAuditService.class);
    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Clocks clocks;
    private final ClockEvents events;
    private final ReportingClockwork clockwork;
    private final Clock clock;

    ClockAuditService(Sql sql, Clocks clocks, ClockEvents events, ReportingClockwork clockwork, Clock clock) {
        this.sql = sql;
        this.clocks = clocks;
        this.events = events;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    /**
     * An incident that is looked at.
     *
     * @param events how many have moved its clocks; without any there is nothing to compare
     */
    private record Looked(UUID incident, long seq, int events) {}

    /** Looks at the next ones, unless another replica does; says how many. */
    @Transactional
    public int look() {
        Instant now = clock.instant();
        Optional<Long> from =
                sql.first("select seq from incident_clock_audit for update skip locked", row -> row.getLong("seq"));
        if (from.isEmpty()) {
            return 0;
        }
        List<Looked> next = next(from.get());
        // What is behind the last one is everything: it begins again with the newest.
        long goesOnAt = next.size() < AT_ONCE
                ? Long.MAX_VALUE
                : next.get(next.size() - 1).seq();
        sql.update("update incident_clock_audit set seq = ?", goesOnAt);
        List<UUID> withClocks = next.stream()
                .filter(looked -> looked.events() > 0)
                .map(Looked::incident)
                .toList();
        if (!withClocks.isEmpty()) {
            compare(withClocks, now);
        }
        sql.update(
                "delete from incident_clock_deviation d using incident i where i.id = d.incident and i.state in ('CLOSED', 'CANCELLED')");
        return next.size();
    }

    private List<Looked> next(long before) {
        return sql.list(
                """
                select id, seq, clock_events from (
                    (select id, seq, clock_events from incident where state = 'OPEN' and seq < ? order by seq desc limit ?)
                    union all
                    (select id, seq, clock_events from incident where state = 'RECOVERED' and seq < ? order by seq desc limit ?)) i
                 order by seq desc limit ?
                """,
                row -> new Looked(row.getObject("id", UUID.class), row.getLong("seq"), row.getInt("clock_events")),
                before,
                AT_ONCE,
                before,
                AT_ONCE,
                AT_ONCE);
    }

    private void compare(List<UUID> incidents, Instant now) {
        Map<UUID, List<ClockEvent>> happened = events.of(incidents);
        Map<UUID, List<ClockLine>> kept = clocks.all(incidents).stream()
                .collect(Collectors.groupingBy(
                        row -> row.incident, Collectors.mapping(ClockLine::of, Collectors.toList())));
        Map<UUID, String[]> deviating = new HashMap<>();
        for (UUID incident : incidents) {
            String[] kinds = deviating(
                    incident, happened.getOrDefault(incident, List.of()), kept.getOrDefault(incident, List.of()), now);
            if (kinds.length > 0) {
                deviating.put(incident, kinds);
            }
        }
        sql.update(
                "delete from incident_clock_deviation where incident = any (?) and incident <> all (?)",
                incidents.toArray(UUID[]::new),
                deviating.keySet().toArray(UUID[]::new));
        deviating.forEach((incident, kinds) -> sql.update(
                "insert into incident_clock_deviation (incident, since, clocks) values (?, ?, ?)"
                        + " on conflict (incident) do update set clocks = excluded.clocks",
                incident,
                now,
                kinds));
    }

    private String[] deviating(UUID incident, List<ClockEvent> happened, List<ClockLine> kept, Instant now) {
        try {
            return ClockCheck.compare(clockwork.machine(), incident, happened, kept, now).stream()
                    .map(ClockCheck.Deviation::kind)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        } catch (RuntimeException e) {
            // One whose events cannot be followed is a finding itself, and must not keep the others from being looked
            // at.
            LOG.errorf(e, "the clocks of incident %s could not be computed again", incident);
            return new String[] {"?"};
        }
    }
}
