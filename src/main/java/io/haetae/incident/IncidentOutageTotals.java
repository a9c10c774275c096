package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.register.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The failures of systems in a time, and what they add up to, in one query for all of them. */
@ApplicationScoped
public class IncidentOutageTotals implements Outages {

    private static final String TOTALS = """
            with hit as (
                select s.system, i.number, i.reopened_at, s.recovered_at, s.recovery_level, i.id,
                       coalesce(case when s.service = 'DEGRADED' then s.degraded_since else s.stopped_since end,
                                i.occurred_at, i.detected_at, i.recognised_at, i.recorded_at) as since
                  from incident i join incident_system s on s.incident = i.id
                 where s.system = any (?) and not i.exercise and i.kind = 'FAILURE' and i.state <> 'CANCELLED'
                   and (s.service <> 'NORMAL' or s.recovery_level is not null)
            ), down as (
                select system, number,
                       case when reopened_at is null or recovered_at < reopened_at then since else reopened_at end as since,
                       case when recovery_level = 'FULL' then recovered_at end as until
                  from hit
                union all
                select h.system, h.number, p.began_at, p.recovered_at
                  from hit h join incident_period p on p.incident = h.id
                 where p.reopened_at is not null and (h.recovered_at is null or h.recovered_at >= h.reopened_at)
            ), clipped as (
                select system, number, greatest(since, cast(? as timestamptz)) as since,
                       least(coalesce(until, cast(? as timestamptz)), cast(? as timestamptz)) as until
                  from down
            ), merged as (
                select system, count(distinct number) as incidents, range_agg(tstzrange(since, until)) as periods
                  from clipped where since < until group by system
            )
            select system, incidents,
                   (select sum(extract(epoch from upper(p) - lower(p))) from unnest(periods) p) as seconds
              from merged""";

    /** How each system fared, from the onset on where no time is known. */
    private static final String EACH = """
            select * from (
                select c.system, i.number, c.service, c.restored, i.seq,
                       greatest(c.at, coalesce(i.occurred_at, i.detected_at, i.recognised_at, i.recorded_at)) as since,
                       lead(c.at) over (partition by c.incident, c.system order by c.at, c.n) as until
                  from incident_system s
                  join incident i on i.id = s.incident
                  join incident_system_course c on c.incident = s.incident and c.system = s.system
                 where s.system = any (?) and i.kind = 'FAILURE' and not i.exercise and i.state <> 'CANCELLED') fared
             where not restored and service <> 'NORMAL' and since < ?
               and (until is null or until > since and until > ?)
             order by since, seq""";

    private final Sql sql;

    IncidentOutageTotals(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public Map<UUID, Measured> of(Collection<UUID> systems, Instant from, Instant until) {
        Map<UUID, Measured> totals = new HashMap<>();
        sql.list(
                TOTALS,
                row -> totals.put(
                        row.getObject("system", UUID.class),
                        new Measured(row.getInt("incidents"), row.getLong("seconds") / 60)),
                systems.toArray(UUID[]::new),
                from,
                until,
                until);
        return totals;
    }

    @Override
    @Transactional
    public List<Downtime> each(Collection<UUID> systems, Instant from, Instant until) {
        return sql.list(
                EACH,
                row -> new Downtime(
                        row.getObject("system", UUID.class),
                        row.getString("number"),
                        row.getString("service"),
                        Sql.requiredInstant(row, "since"),
                        Sql.instant(row, "until")),
                systems.toArray(UUID[]::new),
                until,
                from);
    }
}
