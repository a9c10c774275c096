package io.haetae.register;

import io.haetae.audit.JournalEntry;
import io.haetae.identity.Succession;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the successor where the register still names an institution that was merged into another. Until then nobody loses
 * sight of anything: what was merged stands below its successor in the tree.
 */
@ApplicationScoped
class Successors implements Succession {

    private static final String SYSTEMS = """
            update register_system s
               set owner = coalesce(o.latter, s.owner), operator = coalesce(p.latter, s.operator),
                   lead_agency = coalesce(l.latter, s.lead_agency), version = s.version + 1, changed_at = ?, changed_by = ?
              from register_system b
              left join identity_succeeded o on o.former = b.owner
              left join identity_succeeded p on p.former = b.operator
              left join (identity_succeeded l join identity_institution i on i.code = l.latter
                            and i.kind in ('MINISTRY', 'AGENCY')) on l.former = b.lead_agency
             where s.id = b.id and b.ended_at is null and (b.owner = any (?) or b.operator = any (?) or b.lead_agency = any (?))
               and coalesce(o.latter, p.latter, l.latter) is not null
            returning s.id, s.code, b.owner as owner_before, b.operator as operator_before, b.lead_agency as lead_before,
                      s.owner, s.operator, s.lead_agency""";

    private static final String SITES = """
            update register_site t set host = l.latter, version = t.version + 1
              from identity_succeeded l where l.former = t.host and t.host = any (?) returning t.code, l.former, l.latter""";

    private final Sql sql;
    private final SystemWriter writer;
    private final CurrentActor actor;
    private final Clock clock;

    Successors(Sql sql, SystemWriter writer, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.writer = writer;
        this.actor = actor;
        this.clock = clock;
    }

    private record Followed(UUID id, JournalEntry entry) {}

    @Override
    public List<JournalEntry> follow(String[] former) {
        List<Followed> systems = systems(former);
        List<JournalEntry> entries =
                new ArrayList<>(systems.stream().map(Followed::entry).toList());
        entries.addAll(sites(former));
        if (!systems.isEmpty()) {
            writer.refreshScope(systems.stream().map(Followed::id).toList());
        }
        return entries;
    }

    private List<Followed> systems(String[] former) {
        return sql.list(
                SYSTEMS, Successors::followed, clock.instant(), actor.get().username(), former, former, former);
    }

    private static Followed followed(ResultSet row) throws SQLException {
        Map<String, String> facts = Map.of(
                "owner", pair(row.getString("owner_before"), row.getString("owner")),
                "operator", pair(row.getString("operator_before"), row.getString("operator")),
                "leadAgency", pair(row.getString("lead_before"), row.getString("lead_agency")));
        UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
        return new Followed(
                id, new JournalEntry("register.institution-succeeded", "SYSTEM", row.getString("code"), facts));
    }

    private List<JournalEntry> sites(String[] former) {
        return sql.list(
                SITES,
                row -> new JournalEntry(
                        "register.institution-succeeded",
                        "SITE",
                        row.getString("code"),
                        Map.of("host", pair(row.getString("former"), row.getString("latter")))),
                (Object) former);
    }

    private static String pair(@Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? String.valueOf(after) : before + " → " + after;
    }
}
