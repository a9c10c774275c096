package io.haetae.intake;

import io.haetae.incident.IncidentCommand;
import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentService;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Ongoing;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the alerts of a system to an incident: the one it is in, or a new one. One transaction per system, so that one
 * that fails keeps no other from it; doing it twice changes nothing.
 */
@ApplicationScoped
class Opening {

    private static final Duration LATER = Duration.ofMinutes(1);

    private static final String FIRST = "select a.id, s.name, a.fingerprint, a.title, a.detected_at"
            + " from intake_alert a join intake_source s on s.id = a.source";

    private final Sql sql;
    private final IncidentService incidents;
    private final MonitoredIncidents monitored;
    private final Evidence evidence;
    private final SilenceWatch silences;
    private final IntakeConfig config;
    private final Clock clock;

    Opening(
            Sql sql,
            IncidentService incidents,
            MonitoredIncidents monitored,
            Evidence evidence,
            SilenceWatch silences,
            IntakeConfig config,
            Clock clock) {
        this.sql = sql;
        this.incidents = incidents;
        this.monitored = monitored;
        this.evidence = evidence;
        this.silences = silences;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Where the alerts of a system have come to.
     *
     * @param by the alert for which the incident was opened; null when it was there
     */
    record Opened(String number, @Nullable UUID by) {}

    /** The alert that has waited longest. */
    private record First(UUID id, String source, String fingerprint, String title, Instant detectedAt) {}

    /** A system of which alerts wait, and the source of the first of them. */
    record Waiting(UUID system, UUID source, String name, String institution) {}

    /** Systems with alerts that must come to an incident: what a crash left between, and what could not be opened. */
    @Transactional
    public List<Waiting> waiting(int most) {
        Instant now = clock.instant();
        return sql.list(
                """
                select distinct on (a.system) a.system, s.id, s.name, s.institution
                  from intake_alert a join intake_source s on s.id = a.source
                  left join intake_quiet q on q.alert = a.id and q.returned_at is null
                 where a.incident is null and a.system is not null and a.dismissed_at is null
                   and (q.alert is null or q.check_at <= ?)
                   and (a.retry_at is null or a.retry_at <= ?)
                 order by a.system, a.detected_at limit ?""",
                row -> new Waiting(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                now,
                now,
                most);
    }

    /**
     * Brings the waiting alerts of a system to an incident; says where they are, or nothing when none waits and there is
     * no incident. Alerts that are quiet open none by themselves, unless a person brings them; into one that is there
     * they come with the others.
     *
     * @param recognisedAt when a person knew; null when only a machine does
     */
    @Transactional
    public Optional<Opened> open(UUID system, String code, @Nullable Instant recognisedAt) {
        lock(system);
        Ongoing ongoing = monitored.ongoing(List.of(system)).get(system);
        if (ongoing == null && recognisedAt == null) {
            silences.look(system, code);
        }
        Optional<First> first = first(system, ongoing != null || recognisedAt != null);
        if (first.isEmpty()) {
            return Optional.ofNullable(ongoing).map(there -> new Opened(there.number(), null));
        }
        Opened opened = ongoing == null ? declare(first.get(), code, recognisedAt) : new Opened(ongoing.number(), null);
        sql.update("""
                with due as (select id from intake_alert
                              where system = ? and incident is null and dismissed_at is null
                              order by source, fingerprint for update)
                update intake_alert a set incident = ?, retry_at = null from due where a.id = due.id""", system, opened.number());
        return Optional.of(opened);
    }

    /** Brings the waiting alerts of the systems that are in an incident to it, all at once. */
    @Transactional
    public Map<UUID, Opened> join(Collection<UUID> systems) {
        Map<UUID, Opened> joined = new HashMap<>();
        monitored.ongoing(systems).forEach((system, there) -> joined.put(system, new Opened(there.number(), null)));
        if (!joined.isEmpty()) {
            List<UUID> found = List.copyOf(joined.keySet());
            sql.update(
                    """
                    with due as (select a.id, w.incident from unnest(?, ?) as w (system, incident)
                                   join intake_alert a on a.system = w.system
                                  where a.incident is null and a.dismissed_at is null
                                  order by a.source, a.fingerprint for update of a)
                    update intake_alert a set incident = due.incident, retry_at = null from due where a.id = due.id""",
                    found.toArray(UUID[]::new),
                    found.stream().map(joined::get).map(Opened::number).toArray(String[]::new));
        }
        return joined;
    }

    private Optional<First> first(UUID system, boolean quietToo) {
        return sql.first(
                FIRST + " where a.system = ? and a.incident is null and a.dismissed_at is null"
                        + " and (? or not exists (select from intake_quiet q where q.alert = a.id and q.returned_at is null))"
                        + " order by a.detected_at, a.id limit 1",
                Opening::first,
                system,
                quietToo);
    }

    private static First first(ResultSet row) throws SQLException {
        return new First(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Sql.requiredInstant(row, "detected_at"));
    }

    private Opened declare(First first, String code, @Nullable Instant recognisedAt) {
        String number = incidents.declare(command(first, code, recognisedAt)).number();
        evidence.opened(number, first.source(), first.title(), first.fingerprint(), first.detectedAt());
        return new Opened(number, first.id());
    }

    /** Nothing is known but that the system is affected: a severity is no fact of the failure. */
    private static IncidentCommand command(First first, String code, @Nullable Instant recognisedAt) {
        return new IncidentCommand(
                FailureFacts.Kind.FAILURE,
                first.title(),
                null,
                first.detectedAt(),
                recognisedAt,
                IncidentCommand.Source.MONITORING,
                List.of(AffectedSystem.named(code)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * Opens another incident for alerts of a system that began later than that, and takes them out of the one they are
     * in; a person wanted it so. Refuses (409) when none is open any more.
     */
    @Transactional
    public String separate(UUID system, String code, String from, Instant since) {
        lock(system);
        First first = sql.first(
                        FIRST + " where a.system = ? and a.incident = ? and a.starts_at > ?"
                                + " order by a.detected_at, a.id limit 1",
                        Opening::first,
                        system,
                        from,
                        since)
                .orElseThrow(() -> new Refusal(IntakeError.NOTHING_TO_SPLIT));
        String number = declare(first, code, clock.instant()).number();
        sql.update("""
                with due as (select id from intake_alert where system = ? and incident = ? and starts_at > ?
                              order by source, fingerprint for update)
                update intake_alert a set incident = ? from due where a.id = due.id""", system, from, since, number);
        return number;
    }

    private void lock(UUID system) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 0, "intake/" + system);
    }

    /** Tries the alerts of a system later: something keeps their incident from being opened. */
    @Transactional
    public void postpone(UUID system) {
        sql.update(
                "update intake_alert set retry_at = ? where system = ? and incident is null and dismissed_at is null",
                clock.instant().plus(LATER),
                system);
    }

    /**
     * Looks at repeats of alerts whose incident a system is no longer in. What still comes some time after people said
     * that the system has recovered is let go of, and begins anew. Says whether there was any.
     */
    @Transactional
    public boolean doubt(UUID system, Collection<Taken> repeats) {
        Instant now = clock.instant();
        List<String> numbers = repeats.stream()
                .map(Taken::incident)
                .filter(number -> number != null)
                .distinct()
                .toList();
        Map<String, Instant> recovered = monitored.recovered(system, numbers);
        String[] doubtful = recovered.entrySet().stream()
                .filter(each -> each.getValue().plus(config.echoAfterRecovery()).isBefore(now))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return doubtful.length > 0
                && sql.update("""
                                with due as (select id from intake_alert where id = any (?) and incident = any (?)
                                              order by source, fingerprint for update)
                                update intake_alert a set incident = null, detected_at = ? from due where a.id = due.id""", repeats.stream().map(Taken::id).toArray(UUID[]::new), doubtful, now) > 0;
    }
}
