package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a system was down by every incident that hit it, and which systems are down now; for the rooms above. */
@ApplicationScoped
public class IncidentOutages {

    private final Sql sql;

    IncidentOutages(Sql sql) {
        this.sql = sql;
    }

    /**
     * A time during which a system was down.
     *
     * @param incident number of the incident
     * @param from since when it did not run as it should
     * @param until when it had fully recovered, null while it has not
     */
    public record Downtime(
            String incident, Instant from, @Nullable Instant until) {}

    /**
     * Every downtime of a system, in order, of real failures or of exercises. One that was opened again has one for each
     * measurement; of a former one only the recovery of the whole incident is known, which is never too early.
     */
    @Transactional
    public List<Downtime> of(UUID system, boolean exercise) {
        return sql.list(
                """
                with hit as (
                    select i.id, i.number, i.reopened_at, s.recovered_at, s.recovery_level,
                           coalesce(i.occurred_at, i.detected_at, i.recognised_at, i.recorded_at) as onset,
                           case when s.service = 'DEGRADED' then s.degraded_since else s.stopped_since end as since
                      from incident i join incident_system s on s.incident = i.id
                     where s.system = ? and i.exercise = ? and i.kind = 'FAILURE' and i.state <> 'CANCELLED'
                       and (s.service <> 'NORMAL' or s.recovery_level is not null)
                )
                select number, case when reopened_at is null or recovered_at < reopened_at
                                    then coalesce(since, onset) else reopened_at end as down_from,
                       case when recovery_level = 'FULL' then recovered_at end as down_until
                  from hit
                union all
                select h.number, p.began_at, p.recovered_at
                  from hit h join incident_period p on p.incident = h.id
                 where p.reopened_at is not null and (h.recovered_at is null or h.recovered_at >= h.reopened_at)
                 order by 2, 1
                """,
                row -> new Downtime(
                        row.getString("number"), Sql.requiredInstant(row, "down_from"), Sql.instant(row, "down_until")),
                system,
                exercise);
    }

    /**
     * Codes of systems that do not run as they should in an open incident, with the worst that is said of each:
     * STOPPED, UNKNOWN or DEGRADED. In an exercise, what fails only there is among them.
     */
    @Transactional
    public Map<String, String> down(boolean exercise) {
        Map<String, String> down = new TreeMap<>();
        sql.list("""
                select distinct on (s.code) s.code, s.service
                  from incident i join incident_system s on s.incident = i.id
                 where i.state = 'OPEN' and i.kind = 'FAILURE' and s.service <> 'NORMAL' and (not i.exercise or ?)
                 order by s.code, array_position(array['STOPPED', 'UNKNOWN', 'DEGRADED'], s.service)
                """, row -> down.put(row.getString("code"), row.getString("service")), exercise);
        return down;
    }

    /** Which of the incidents the actor may know of: need to know counts here too. */
    @Transactional
    public Set<String> visible(Collection<String> numbers, Actor actor) {
        return new HashSet<>(sql.list(
                """
                select number from incident
                 where number = any (?) and (scope && ? or visibility = 'NORMAL' and ? or ?)
                """,
                row -> row.getString("number"),
                numbers.toArray(String[]::new),
                actor.scope().keyArray(),
                actor.scope().all(),
                Incidents.seesAll(actor)));
    }
}
