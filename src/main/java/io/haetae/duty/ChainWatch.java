package io.haetae.duty;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Call-outs that were not advanced, and those that went through every level without an answer. */
@ApplicationScoped
class ChainWatch implements Watched {

    private final Sql sql;

    ChainWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select * from (
                    select 'call-out' as what, subject_kind, subject_id, next_at as due_at, true as by_service
                      from duty_chain where state = 'RUNNING' and next_at < ?
                    union all
                    select 'unanswered', c.subject_kind, c.subject_id, s.told_at, false
                      from duty_chain c
                      join lateral (select max(done_at) as told_at from duty_step where chain = c.id) s on true
                     where c.state = 'EXHAUSTED' and s.told_at < ?) late
                 order by due_at limit ?
                """,
                row -> new Late(
                        row.getString("what"),
                        "",
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        Sql.requiredInstant(row, "due_at"),
                        row.getBoolean("by_service")),
                before,
                before,
                most);
    }
}
