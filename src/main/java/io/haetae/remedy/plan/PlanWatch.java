package io.haetae.remedy.plan;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of plans and guidelines that were not sent. */
@ApplicationScoped
class PlanWatch implements Watched {

    private final Sql sql;

    PlanWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select kind, number, next_at from (
                    select 'FAILURE_PLAN' as kind, number, next_at from remedy_plan where next_at < ?
                    union all
                    select 'FAILURE_PLAN_GUIDELINE', number, least(late_next_at, renewal_next_at) from remedy_guideline
                     where least(late_next_at, renewal_next_at) < ?) d
                 order by next_at limit ?""",
                row -> new Late(
                        "failure-plan",
                        "",
                        row.getString("kind"),
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                before,
                most);
    }
}
