package io.haetae.grading.campaign;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of full reviews that were not sent, and exceptions that did not end. */
@ApplicationScoped
class CampaignWatch implements Watched {

    private final Sql sql;

    CampaignWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select c.number, d.next_at, d.what from (
                    select campaign, next_at, institution as what from grading_campaign_clock where next_at < ?
                    union all
                    select x.campaign, x.next_at, s.code from grading_exception x join register_system s on s.id = x.system
                     where x.next_at < ?) d
                  join grading_campaign c on c.id = d.campaign order by d.next_at limit ?""",
                row -> new Late(
                        "campaign",
                        row.getString("what"),
                        "CAMPAIGN",
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                before,
                most);
    }
}
