package io.haetae.procedure;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Steps of runs whose time came and was not noticed. */
@ApplicationScoped
class StepWatch implements Watched {

    private final Sql sql;

    StepWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select s.step, r.subject_kind, r.subject_id, s.next_at from procedure_step s
                  join procedure_run r on r.id = s.run
                 where s.next_at < ? and r.state = 'OPEN' order by s.next_at limit ?
                """,
                row -> new Late(
                        "step",
                        row.getString("step"),
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                most);
    }
}
