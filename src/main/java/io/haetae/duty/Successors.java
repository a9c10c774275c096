package io.haetae.duty;

import io.haetae.audit.JournalEntry;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Lets posts and teams of an institution that was merged follow to its successor, so that call-outs reach them. */
@ApplicationScoped
class Successors implements Succession {

    private static final String POSTS = """
            update duty_post p set institution = l.latter, version = p.version + 1
              from identity_succeeded l
             where l.former = p.institution and p.institution = any (?) and (p.until_at is null or p.until_at > ?)
            returning p.id, l.former, l.latter""";

    /** A team keeps its name, unless the successor has one of that name. */
    private static final String TEAMS = """
            update duty_team t set institution = l.latter, version = t.version + 1,
                   name = case when exists (select 1 from duty_team o join identity_succeeded x on true
                                             where o.id <> t.id and o.name = t.name
                                               and (o.institution = l.latter
                                                    or x.latter = l.latter and o.institution = x.former))
                               then t.name || ' (' || l.former || ')' else t.name end
              from identity_succeeded l where l.former = t.institution and t.institution = any (?)
            returning t.id, l.former, l.latter""";

    private final Sql sql;
    private final Clock clock;

    Successors(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<JournalEntry> follow(String[] former) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.addAll(sql.list(POSTS, row -> entry("POST", row), former, clock.instant()));
        entries.addAll(sql.list(TEAMS, row -> entry("TEAM", row), (Object) former));
        return entries;
    }

    private static JournalEntry entry(String kind, ResultSet row) throws SQLException {
        return Succession.followed("duty.institution-succeeded", kind, row.getString("id"), row);
    }
}
