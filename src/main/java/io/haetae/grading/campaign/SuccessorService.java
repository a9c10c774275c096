package io.haetae.grading.campaign;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Lets the clocks of running reviews follow from an institution that was merged to its successor, which now answers. */
@ApplicationScoped
public class SuccessorService implements Succession {

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
    private final InstitutionService institutions;
    private final Journal journal;

    SuccessorService(Sql sql, InstitutionService institutions, Journal journal) {
        this.sql = sql;
        this.institutions = institutions;
        this.journal = journal;
    }

    /**
     * Says how many clocks followed. Again, it finds none. In a transaction of its own: it is woken when that of
     * the merger has ended.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Override
    public int follow() {
        String[] former = institutions.succeeded().keySet().toArray(String[]::new);
        if (former.length == 0) {
            return 0;
        }
        sql.update(CLOCKS, (Object) former);
        List<JournalEntry> entries = sql.list(
                STOPPED,
                row -> new JournalEntry(
                        "grading.institution-succeeded",
                        "CAMPAIGN",
                        row.getString("number"),
                        Map.of("from", row.getString("former"), "to", row.getString("latter"))),
                (Object) former);
        if (!entries.isEmpty()) {
            journal.recordAll(entries);
        }
        return entries.size();
    }
}
