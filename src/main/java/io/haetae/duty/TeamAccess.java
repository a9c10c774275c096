package io.haetae.duty;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and who may keep a team: seen by whoever reaches its institution or belongs to it; kept by its lead, by an
 * officer who reaches the institution, and by administrators.
 */
@ApplicationScoped
class TeamAccess {

    private static final String SELECT = """
            select t.id as team, t.institution, t.name, t.lead, t.version, r.id as roster, r.name as roster_name,
                exists (select 1 from duty_team_member m where m.team = t.id and m.person = ?) as is_member
            from duty_team t left join duty_roster r on r.team = t.id and r.id = ?
            """;

    private final Sql sql;
    private final InstitutionService institutions;
    private final CurrentActor current;

    TeamAccess(Sql sql, InstitutionService institutions, CurrentActor current) {
        this.sql = sql;
        this.institutions = institutions;
        this.current = current;
    }

    /** A team, with the roster through which it was asked for. */
    record Known(
            UUID team,
            String institution,
            String name,
            UUID lead,
            int version,
            @Nullable UUID roster,
            @Nullable String rosterName,
            boolean member) {}

    /** A team that the acting person may see, else 404. */
    Known seen(UUID team) {
        return seen(SELECT + "where t.id = ?", new UUID(0, 0), team);
    }

    /** The team of a roster that the acting person may see, else 404. */
    Known seenByRoster(UUID roster) {
        return seen(SELECT + "where r.id = ?", roster, roster);
    }

    private Known seen(String select, UUID roster, UUID id) {
        Actor actor = current.get();
        Known known =
                sql.first(select, TeamAccess::known, actor.id(), roster, id).orElseThrow(Refusal::notFound);
        if (!reaches(known.institution()) && !known.member() && !known.lead().equals(actor.id())) {
            throw Refusal.notFound();
        }
        return known;
    }

    /** Refuses unless the acting person may keep what he sees. */
    Known kept(Known known) {
        if (!mayKeep(known)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return known;
    }

    boolean mayKeep(Known known) {
        return known.lead().equals(current.get().id()) || mayKeep(known.institution());
    }

    /** Whether the acting person may make teams of an institution. */
    boolean mayKeep(String institution) {
        return current.get().hasAny(Role.ADMIN) || current.get().hasAny(Role.OFFICER) && reaches(institution);
    }

    private boolean reaches(String institution) {
        Actor actor = current.get();
        return actor.hasAny(Role.ADMIN) || actor.scope().reaches(institutions.selfAndAbove(institution));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("team", UUID.class),
                row.getString("institution"),
                row.getString("name"),
                row.getObject("lead", UUID.class),
                row.getInt("version") + 1,
                row.getObject("roster", UUID.class),
                row.getString("roster_name"),
                row.getBoolean("is_member"));
    }
}
