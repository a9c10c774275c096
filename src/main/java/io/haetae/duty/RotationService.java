package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes, changes and ends rosters on which people take turns. */
@ApplicationScoped
public class RotationService {

    private final Sql sql;
    private final TeamAccess access;
    private final DutyPeople people;
    private final RosterViews views;
    private final HandOvers handOvers;
    private final Journal journal;
    private final Clock clock;

    RotationService(
            Sql sql,
            TeamAccess access,
            DutyPeople people,
            RosterViews views,
            HandOvers handOvers,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.access = access;
        this.people = people;
        this.views = views;
        this.handOvers = handOvers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes a roster of a team (its lead; ADMIN; OFFICER who reaches its institution). */
    @Transactional
    public RosterView create(UUID team, NewRoster command) {
        TeamAccess.Known of = access.kept(access.seen(team));
        List<List<UUID>> turns = turns(of.team(), command.rotations());
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.update(
                "insert into duty_roster (id, team, function, name, created_at) values (?, ?, ?, ?, ?)",
                id,
                of.team(),
                command.function(),
                command.name().strip(),
                now);
        insert(id, command.rotations(), turns, now);
        handOvers.schedule(id, now);
        record("duty.roster-created", id, command.name(), command.rotations());
        return views.get(id);
    }

    /** Puts new rotations in the place of the present ones, from the start of the first of them. */
    @Transactional
    public RosterView change(UUID roster, RotationChange change) {
        TeamAccess.Known of = access.kept(access.seenByRoster(roster));
        Instant now = clock.instant();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < change.rotations().size(); i++) {
            if (change.rotations().get(i).startsAt().isBefore(now)) {
                errors.add(FieldError.of("/rotations/" + i + "/startsAt", "in-the-past"));
            }
        }
        DutyPeople.refuse(errors);
        List<List<UUID>> turns = turns(of.team(), change.rotations());
        Instant from = change.rotations().stream()
                .map(NewRotation::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        sql.list("select 1 from duty_roster where id = ? for update", row -> 1, roster); // one change at a time
        sql.update("""
                update duty_rotation set until_at = greatest(starts_at, ?)
                where roster = ? and (until_at is null or until_at > ?)
                """, from, roster, from);
        insert(roster, change.rotations(), turns, now);
        handOvers.schedule(roster, now);
        record("duty.rotation-changed", roster, String.valueOf(of.rosterName()), change.rotations());
        return views.get(roster);
    }

    /** Gives a roster up: from now on nobody is on duty by it. Says whether there was one. */
    @Transactional
    public boolean end(UUID roster) {
        Instant now = clock.instant();
        if (sql.first("select 1 from duty_roster where id = ? and ended_at is null", row -> 1, roster)
                .isEmpty()) {
            return false;
        }
        TeamAccess.Known of = access.kept(access.seenByRoster(roster));
        sql.update("update duty_roster set ended_at = ?, next_hand_over = null where id = ?", now, roster);
        sql.update("""
                update duty_rotation set until_at = greatest(starts_at, ?)
                where roster = ? and (until_at is null or until_at > ?)
                """, now, roster, now);
        record("duty.roster-ended", roster, String.valueOf(of.rosterName()), List.of());
        return true;
    }

    /** The people of each rotation; all of them must belong to the team. */
    private List<List<UUID>> turns(UUID team, List<NewRotation> rotations) {
        Set<UUID> members = new HashSet<>(sql.list(
                "select person from duty_team_member where team = ?",
                row -> row.getObject("person", UUID.class),
                team));
        List<FieldError> errors = new ArrayList<>();
        List<List<UUID>> turns = new ArrayList<>();
        for (NewRotation rotation : rotations) {
            String pointer = "/rotations/" + turns.size() + "/people";
            List<UUID> named = people.named(pointer, rotation.people(), errors);
            for (int i = 0; errors.isEmpty() && i < named.size(); i++) {
                if (!members.contains(named.get(i))) {
                    String username = rotation.people().get(i);
                    errors.add(FieldError.of(pointer + "/" + i, "not-in-team", username));
                }
            }
            turns.add(named);
        }
        DutyPeople.refuse(errors);
        return turns;
    }

    private void insert(UUID roster, List<NewRotation> rotations, List<List<UUID>> turns, Instant now) {
        for (int i = 0; i < rotations.size(); i++) {
            NewRotation rotation = rotations.get(i);
            UUID id = Ids.at(now);
            sql.update(
                    "insert into duty_rotation (id, roster, layer, unit, length, starts_at) values (?, ?, ?, ?, ?, ?)",
                    id,
                    roster,
                    i + 1,
                    rotation.unit(),
                    rotation.length(),
                    rotation.startsAt());
            sql.update(
                    "insert into duty_turn select ?, ordinality, person"
                            + " from unnest(?::uuid[]) with ordinality as turn(person, ordinality)",
                    id,
                    (Object) turns.get(i).toArray(UUID[]::new));
        }
    }

    private void record(String action, UUID roster, String name, List<NewRotation> rotations) {
        journal.record(
                action,
                "ROSTER",
                roster.toString(),
                Map.of(
                        "name",
                        name,
                        "rotations",
                        rotations.stream()
                                .map(each -> each.length() + " " + each.unit() + " from " + each.startsAt() + ": "
                                        + String.join(", ", each.people()))
                                .toList()));
    }
}
