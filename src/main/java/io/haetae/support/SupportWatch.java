package io.haetae.support;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Requests that nobody has ended a day after their incident was over and after their last step (product default): whoever is
 * sent still reaches the system.
 */
@ApplicationScoped
class SupportWatch implements Watched {

    private final Sql sql;

    SupportWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select r.number, d.due_at
                  from support_request r
                  join incident n on n.number = r.incident
                  join incident i on i.id = coalesce(n.merged_into, n.id)
                  cross join lateral (select interval '1 day' + greatest(
                       i.closed_at,
                       (select max(t.at) from incident_timeline t
                         where t.incident = i.id and t.kind in ('CANCELLED', 'STOOD_DOWN')),
                       (select max(s.recorded_at) from support_step s where s.request = r.id)) as due_at) d
                 where r.ended_at is null and i.state in ('CLOSED', 'CANCELLED') and d.due_at < ?
                 order by d.due_at limit ?""",
                row -> new Late(
                        "support",
                        "",
                        SupportService.SUBJECT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "due_at"),
                        false),
                before,
                most);
    }
}
