package io.haetae.grading.campaign;

import io.haetae.audit.JournalEntry;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets the clocks of running reviews follow from an institution that was merged to its successor, which now answers. */
@ApplicationScoped
class Successors implements Succession {

    private static final String CLOCKS = """
            insert into grading_campaign_clock (campaign, institution, due_at, next_at, reminded)
            select k.campaign, l.latter, min(k.due_at), min(k.next_at), min(k.reminded)
              from grading_campaign_clock k
              join grading_campaign c on c.id = k.campaign and c.closed_at is null
              join identity_succeeded l on l.former = k.institution
             where k.institution = any (?) and k.next_at is not null
             group by k.campaign, l.latter
            on conflict (campaign, institution) do nothing""";

    private static final String STOPPED = """
            update grading_campaign_clock k set next_at = null from grading_campaign c, identity_succeeded l
             where c.id = k.campaign and l.former = k.institution and k.institution = any (?) and k.next_at is not null
            returning c.number, l.former, l.latter""";

    private final Sql sql;

    Successors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<JournalEntry> follow(String[] former) {
        sql.update(CLOCKS, (Object) former);
        return sql.list(
                STOPPED,
                row -> Succession.followed("grading.institution-succeeded", "CAMPAIGN", row.getString("number"), row),
                (Object) former);
    }
}
