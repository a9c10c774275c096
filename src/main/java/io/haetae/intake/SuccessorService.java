package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets sources and heartbeats follow from an institution that was merged to its successor, so that tools go on to reach
 * the systems that have followed. A silence stays as far as it was: nothing more falls silent by a merger.
 */
@ApplicationScoped
public class SuccessorService implements Succession {

    private static final String SOURCES = """
            update intake_source s set institution = l.latter from identity_succeeded l
             where l.former = s.institution and s.institution = any (?)
            returning s.name, l.former, l.latter""";

    private static final String HEARTBEATS = """
            update intake_heartbeat h set institution = l.latter, scope = identity_closed(h.scope || l.latter)
              from identity_succeeded l
             where l.former = h.institution and h.institution = any (?) and h.retired_at is null
            returning h.name, l.former, l.latter""";

    private final Sql sql;
    private final InstitutionService institutions;
    private final Journal journal;

    SuccessorService(Sql sql, InstitutionService institutions, Journal journal) {
        this.sql = sql;
        this.institutions = institutions;
        this.journal = journal;
    }

    /**
     * Says how many sources and heartbeats followed. Again, it finds none. In a transaction of its own: it is woken when
     * that of the merger has ended.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Override
    public int follow() {
        String[] former = institutions.succeeded().keySet().toArray(String[]::new);
        if (former.length == 0) {
            return 0;
        }
        List<JournalEntry> entries = new ArrayList<>();
        entries.addAll(sql.list(SOURCES, row -> entry("INTAKE_SOURCE", row), (Object) former));
        entries.addAll(sql.list(HEARTBEATS, row -> entry(HeartbeatService.SUBJECT, row), (Object) former));
        if (!entries.isEmpty()) {
            journal.recordAll(entries);
        }
        return entries.size();
    }

    private static JournalEntry entry(String kind, ResultSet row) throws SQLException {
        return new JournalEntry(
                "intake.institution-succeeded",
                kind,
                row.getString("name"),
                Map.of("from", row.getString("former"), "to", row.getString("latter")));
    }
}
