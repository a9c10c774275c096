package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.change.Maintenance;
import io.haetae.identity.Secret;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Happening;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes beats in, and raises the alarm when one does not come: a source that has fallen silent would hide every failure
 * it should report. The alarm is a feared failure of what the source watches; while that incident is open no second one
 * is opened. A beat ends the alarm; the incident is people's.
 */
@ApplicationScoped
public class HeartbeatAlarms {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final HeartbeatRows rows;
    private final HeartbeatIncidents feared;
    private final MonitoredIncidents incidents;
    private final Maintenance maintenance;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    HeartbeatAlarms(
            HeartbeatRows rows,
            HeartbeatIncidents feared,
            MonitoredIncidents incidents,
            Maintenance maintenance,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.feared = feared;
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Takes a beat in. Refuses (404) a key that is none. */
    @Transactional
    public HeartbeatView.Beat beat(String key) {
        HeartbeatRows.Row found = rows.lockByKey(Secret.hash(key)).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        Instant due = found.dueAfter(now);
        rows.beat(found.id(), now, due);
        Instant missing = found.missingSince();
        if (missing != null) {
            current.set(feared.actor(found));
            String number = Objects.requireNonNull(found.incident());
            incidents.tell(List.of(new Happening(number, "HEARTBEAT_RETURNED", now, Map.of("source", found.name()))));
            record("intake.heartbeat-returned", found, number);
        }
        return new HeartbeatView.Beat(found.name(), now, due);
    }

    /** Sources whose beat has not come. */
    @Transactional
    public List<UUID> late(int most) {
        return rows.due(clock.instant(), most);
    }

    /** Raises the alarm, unless another replica does or a beat has come meanwhile. */
    @Transactional
    public void raise(UUID id) {
        Instant now = clock.instant();
        rows.claim(id, now).ifPresent(late -> raise(late, now));
    }

    private void raise(HeartbeatRows.Row late, Instant now) {
        Map<UUID, Maintenance.Active> windows = maintenance.at(late.systems(), now);
        if (windows.keySet().containsAll(late.systems())) {
            Instant end = windows.values().stream()
                    .map(Maintenance.Active::until)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant again = now.plus(LATER);
            rows.lookAgain(late.id(), end.isBefore(again) ? end : again);
            return;
        }
        current.set(feared.actor(late));
        String number = feared.incident(late, now);
        rows.missing(late.id(), now, number);
        incidents.tell(List.of(new Happening(
                number,
                "HEARTBEAT_MISSED",
                now,
                Map.of(
                        "source",
                        late.name(),
                        "last",
                        Objects.requireNonNull(late.lastAt()).toString()))));
        record("intake.heartbeat-missed", late, number);
    }

    /** Tries one later: something keeps its incident from being opened. */
    @Transactional
    public void postpone(UUID id) {
        rows.lookAgain(id, clock.instant().plus(LATER));
    }

    private void record(String rule, HeartbeatRows.Row of, String incident) {
        journal.record(rule, HeartbeatService.SUBJECT, of.name(), Map.of("incident", incident, "systems", of.codes()));
    }
}
