package io.haetae.intake;

import io.haetae.audit.JournalEntry;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets sources and heartbeats follow from an institution that was merged to its successor, so that tools go on to reach
 * the systems that have followed. A silence stays as far as it was: nothing more falls silent by a merger.
 */
@ApplicationScoped
class Successors implements Succession {

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

    Successors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<JournalEntry> follow(String[] former) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.addAll(sql.list(SOURCES, row -> entry("INTAKE_SOURCE", row), (Object) former));
        entries.addAll(sql.list(HEARTBEATS, row -> entry(HeartbeatService.SUBJECT, row), (Object) former));
        return entries;
    }

    private static JournalEntry entry(String kind, ResultSet row) throws SQLException {
        return Succession.followed("intake.institution-succeeded", kind, row.getString("name"), row);
    }
}
