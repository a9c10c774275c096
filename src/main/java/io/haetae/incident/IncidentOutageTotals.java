package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.register.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The failures of systems in a time, in one query for all of them. */
@ApplicationScoped
public class IncidentOutageTotals implements Outages {

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
