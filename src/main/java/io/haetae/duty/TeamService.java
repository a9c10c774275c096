package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes and changes teams. */
@ApplicationScoped
public class TeamService {

    private final Sql sql;
    private final TeamAccess access;
    private final TeamLists lists;
    private final DutyPeople people;
    private final InstitutionService institutions;
    private final Journal journal;
    private final Clock clock;

    TeamService(
            Sql sql,
            TeamAccess access,
            TeamLists lists,
            DutyPeople people,
            InstitutionService institutions,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.access = access;
        this.lists = lists;
        this.people = people;
        this.institutions = institutions;
        this.journal = journal;
        this.clock = clock;
    }

    /** A team that the acting person may see, else 404. */
    @Transactional
    public TeamView seen(UUID id) {
        return lists.get(access.seen(id).team());
    }

    /** Whether the acting person may change a team that he sees. */
    @Transactional
    public boolean mayKeep(UUID id) {
        return access.mayKeep(access.seen(id));
    }

    /** Makes a team (ADMIN; OFFICER of the institution or of one above it). */
    @Transactional
    public TeamView create(NewTeam command) {
        if (institutions.find(command.institution()).isEmpty() || !access.mayKeep(command.institution())) {
            throw Refusal.field("/institution", "unknown-institution", command.institution());
        }
        People named = people(command.state());
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        int made = sql.update("""
                insert into duty_team (id, institution, name, lead, created_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, id, command.institution(), command.name().strip(), named.lead(), now);
        if (made == 0) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", command.name()));
        }
        members(id, named.members());
        record("duty.team-created", id, command.institution(), command.state());
        return lists.get(id);
    }

    /** Changes name, lead and members. Whoever leaves keeps the turns he has until a new rotation begins. */
    @Transactional
    public TeamView change(UUID id, int editedVersion, TeamChange change) {
        TeamAccess.Known team = access.kept(access.seen(id));
        IfMatch.check(editedVersion, team.version());
        People named = people(change);
        boolean taken = sql.first(
                        "select 1 from duty_team where institution = ? and name = ? and id <> ?",
                        row -> 1,
                        team.institution(),
                        change.name().strip(),
                        id)
                .isPresent();
        if (taken) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", change.name()));
        }
        int changed = sql.update(
                "update duty_team set name = ?, lead = ?, version = version + 1 where id = ? and version = ?",
                change.name().strip(),
                named.lead(),
                id,
                editedVersion - 1);
        IfMatch.check(changed, 1);
        sql.update("delete from duty_team_member where team = ?", id);
        members(id, named.members());
        record("duty.team-changed", id, team.institution(), change);
        return lists.get(id);
    }

    private record People(UUID lead, List<UUID> members) {}

    private People people(TeamChange state) {
        List<FieldError> errors = new ArrayList<>();
        UUID lead = people.named("/lead", state.lead(), errors);
        List<UUID> members = people.named("/members", state.members(), errors);
        DutyPeople.refuse(errors);
        return new People(lead, members);
    }

    private void members(UUID team, List<UUID> members) {
        sql.update("insert into duty_team_member select ?, unnest(?::uuid[]) on conflict do nothing", team, (Object)
                members.toArray(UUID[]::new));
    }

    private void record(String action, UUID id, String institution, TeamChange state) {
        journal.record(
                action,
                "TEAM",
                id.toString(),
                Map.of(
                        "institution", institution,
                        "name", state.name(),
                        "lead", state.lead(),
                        "members", state.members()));
    }
}
