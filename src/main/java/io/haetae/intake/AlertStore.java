package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.incident.MonitoredIncidents.Ongoing;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what comes: one statement for all alerts of a post that are there, one for all that are over. */
@ApplicationScoped
class AlertStore {

    private static final String TAKE = """
                insert into intake_alert as a (id, source, fingerprint, system, system_said, title, severity,
                       severity_said, starts_at, latest_start_at, detected_at, first_at, last_at, received, url, evidence,
                       scope, incident)
                select w.id, ?, w.fingerprint, w.system, w.said, w.title, w.severity, w.severity_said,
                       w.starts_at::timestamptz, w.latest_start_at::timestamptz, w.starts_at::timestamptz, n.now, n.now,
                       w.received, w.url, w.evidence, string_to_array(w.scope, ' '), w.incident
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as w (id, fingerprint, system, said, title,
                       severity, severity_said, starts_at, latest_start_at, received, url, evidence, scope, incident),
                       (select ?::timestamptz as now) n
                on conflict (source, fingerprint) do update
                   set received = a.received + excluded.received,
                       last_at = greatest(a.last_at, excluded.last_at),
                       latest_start_at = greatest(a.latest_start_at, excluded.latest_start_at),
                       severity = least(a.severity, excluded.severity),
                       system = coalesce(a.system, excluded.system),
                       incident = coalesce(a.incident,
                           case when a.dismissed_at is null and coalesce(a.system, excluded.system) = excluded.system
                                then excluded.incident end),
                       scope = case when a.system is null and excluded.system is not null then excluded.scope
                                    else a.scope end
                returning a.id, a.fingerprint, a.xmax = 0 as fresh, a.system, a.incident,
                       a.dismissed_at is not null as dismissed, a.received, a.starts_at""";

    /**
     * What is open although its end is known: the end came first, or the alert came twice and once too late. One whose end
     * was noted more than a minute before it came fires again, even if its source names the same start.
     */
    private static final String SETTLE = """
            with due as (
                select a.id, p.id as past
                  from unnest(?) as w (fingerprint)
                  join intake_alert a on a.source = ? and a.fingerprint = w.fingerprint
                 cross join lateral (
                       select p.id from intake_past_alert p
                        where p.source = a.source and p.fingerprint = a.fingerprint
                          and p.closed_at >= a.latest_start_at and p.latest_start_at >= a.latest_start_at
                          and (p.received = 0 or p.closed_recorded_at > a.first_at - interval '1 minute')
                        order by p.closed_at desc limit 1) p
                 order by a.fingerprint for update of a),
            gone as (delete from intake_alert a using due where a.id = due.id returning a.*, due.past)
            update intake_past_alert p
               set received = p.received + g.received, last_at = greatest(p.last_at, g.last_at)
              from gone g where p.id = g.past
            returning p.fingerprint""";

    /** Locked in the order in which posts write them; an end before the latest start belongs to an earlier time. */
    private static final String CLOSE = """
            with due as (
                select a.id, w.ended::timestamptz as ended
                  from unnest(?, ?) as w (fingerprint, ended)
                  join intake_alert a on a.source = ? and a.fingerprint = w.fingerprint
                 where a.latest_start_at <= w.ended::timestamptz
                 order by a.fingerprint for update of a),
            gone as (delete from intake_alert a using due where a.id = due.id returning a.*, due.ended)
            insert into intake_past_alert select g.*, ? from gone g
            returning id, fingerprint, system, incident, title""";

    private static final String REMEMBER = """
            insert into intake_past_alert (id, source, fingerprint, system, system_said, title, severity, severity_said,
                   starts_at, latest_start_at, detected_at, first_at, last_at, received, url, evidence, scope, closed_at,
                   closed_recorded_at)
            select w.id, s.source, w.fingerprint, w.system, w.said, w.title, w.severity, w.severity_said,
                   w.starts_at::timestamptz, w.starts_at::timestamptz, w.starts_at::timestamptz, s.now, s.now, 0, w.url,
                   w.evidence, string_to_array(w.scope, ' '), w.ended::timestamptz, s.now
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as w (id, fingerprint, system, said, title, severity,
                   severity_said, starts_at, ended, url, evidence, scope),
                   (select ?::uuid as source, ?::timestamptz as now) s
             where not exists (select from intake_past_alert p
                    where p.source = s.source and p.fingerprint = w.fingerprint
                      and p.closed_at >= w.starts_at::timestamptz and p.starts_at >= w.starts_at::timestamptz)
               and not exists (select from intake_alert a
                    where a.source = s.source and a.fingerprint = w.fingerprint)""";

    private final Sql sql;
    private final Journal journal;
    private final Evidence evidence;

    AlertStore(Sql sql, Journal journal, Evidence evidence) {
        this.sql = sql;
        this.journal = journal;
        this.evidence = evidence;
    }

    /** An alert that a post closed. */
    record Closed(UUID id, String fingerprint, @Nullable String incident, String title) {}

    /**
     * Keeps the alerts that are there.
     *
     * @param ongoing the open incidents of their systems; a fresh alert joins its system's at once
     */
    @Transactional
    public List<Taken> take(
            Source source, Collection<Arrival> arrivals, Map<UUID, Ongoing> ongoing, ScopeKeys scope, Instant now) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns(arrivals, ongoing, scope, now);
        List<Taken> taken = sql.list(
                TAKE,
                AlertStore::taken,
                source.id(),
                columns.ids,
                columns.fingerprints,
                columns.systems,
                columns.said,
                columns.titles,
                columns.severities,
                columns.severitiesSaid,
                columns.startsAt,
                columns.latestStartAt,
                columns.received,
                columns.urls,
                columns.evidence,
                columns.scopes,
                columns.incidents,
                now);
        long fresh = taken.stream().filter(Taken::fresh).count();
        if (fresh > 0) {
            journal.record(
                    "intake.alerts-taken",
                    "INTAKE_SOURCE",
                    source.name(),
                    Map.of("fresh", fresh, "repeated", taken.size() - fresh));
        }
        return taken;
    }

    /**
     * Closes what of these is open although its end is known. Posts of the start and of the end may be kept side by side,
     * neither seeing the other: each asks once more when it has been kept, so that the later of them does.
     */
    @Transactional
    public Set<String> settle(Source source, Collection<String> fingerprints) {
        return fingerprints.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        SETTLE, row -> row.getString("fingerprint"), fingerprints.toArray(String[]::new), source.id()));
    }

    /** Closes the alerts that are over, and notes it in the timelines of their incidents. Incidents stay open. */
    @Transactional
    public Map<String, Closed> close(Source source, Map<String, Over> over, ScopeKeys scope, Instant now) {
        if (over.isEmpty()) {
            return Map.of();
        }
        List<Over> each = List.copyOf(over.values());
        List<Closed> closed = sql.list(
                CLOSE,
                row -> new Closed(
                        row.getObject("id", UUID.class),
                        row.getString("fingerprint"),
                        row.getString("incident"),
                        row.getString("title")),
                each.stream().map(one -> one.signal().fingerprint()).toArray(String[]::new),
                each.stream().map(one -> one.endedAt().toString()).toArray(String[]::new),
                source.id(),
                now);
        Map<String, Closed> byFingerprint = new HashMap<>();
        closed.forEach(one -> byFingerprint.put(one.fingerprint(), one));
        remember(
                source,
                each.stream()
                        .filter(one -> one.signal().startsAt() != null
                                && !byFingerprint.containsKey(one.signal().fingerprint()))
                        .toList(),
                scope,
                now);
        if (!closed.isEmpty()) {
            evidence.resolved(source, closed, now);
        }
        return byFingerprint;
    }

    /** An end whose alert has not come yet is kept, so that the alert, when it comes late, raises nobody. */
    private void remember(Source source, List<Over> over, ScopeKeys scope, Instant now) {
        if (over.isEmpty()) {
            return;
        }
        List<Arrival> arrivals = new ArrayList<>();
        over.forEach(one -> arrivals.add(one.asArrival()));
        Columns columns = new Columns(arrivals, Map.of(), scope, now);
        sql.update(
                REMEMBER,
                columns.ids,
                columns.fingerprints,
                columns.systems,
                columns.said,
                columns.titles,
                columns.severities,
                columns.severitiesSaid,
                columns.startsAt,
                over.stream().map(one -> one.endedAt().toString()).toArray(String[]::new),
                columns.urls,
                columns.evidence,
                columns.scopes,
                source.id(),
                now);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                row.getBoolean("fresh"),
                false,
                row.getObject("system", UUID.class),
                row.getString("incident"),
                row.getBoolean("dismissed"),
                row.getLong("received"),
                Sql.requiredInstant(row, "starts_at"));
    }

    /** The columns of a post, as arrays for {@code unnest}. */
    private static final class Columns {

        private final UUID[] ids;
        private final String[] fingerprints;
        private final UUID[] systems;
        private final String[] said;
        private final String[] titles;
        private final Integer[] severities;
        private final String[] severitiesSaid;
        private final String[] startsAt;
        private final String[] latestStartAt;
        private final Integer[] received;
        private final String[] urls;
        private final String[] evidence;
        private final String[] scopes;
        private final String[] incidents;

        Columns(Collection<Arrival> arrivals, Map<UUID, Ongoing> ongoing, ScopeKeys scope, Instant now) {
            int n = arrivals.size();
            ids = new UUID[n];
            fingerprints = new String[n];
            systems = new UUID[n];
            said = new String[n];
            titles = new String[n];
            severities = new Integer[n];
            severitiesSaid = new String[n];
            startsAt = new String[n];
            latestStartAt = new String[n];
            received = new Integer[n];
            urls = new String[n];
            evidence = new String[n];
            scopes = new String[n];
            incidents = new String[n];
            int i = 0;
            for (Arrival arrival : arrivals) {
                KnownSystem system = arrival.system;
                ids[i] = Ids.at(now);
                fingerprints[i] = arrival.first.fingerprint();
                systems[i] = system == null ? null : system.id();
                said[i] = arrival.first.system();
                titles[i] = arrival.first.title();
                severities[i] = arrival.severity;
                severitiesSaid[i] = arrival.first.severity();
                startsAt[i] = arrival.startsAt.toString();
                latestStartAt[i] = arrival.latestStartAt.toString();
                received[i] = arrival.count;
                urls[i] = arrival.first.url();
                evidence[i] = arrival.first.evidence();
                scopes[i] = scope.of(system);
                Ongoing incident = system == null ? null : ongoing.get(system.id());
                incidents[i] = incident == null ? null : incident.number();
                i++;
            }
        }
    }
}
