package io.haetae.duty;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rosters and who is on duty by them, as others see it. */
@ApplicationScoped
public class RosterViews {

    /** Longest span of shifts that one question may ask for. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final String HEAD = """
            select r.id, r.team, t.name as team_name, t.institution, r.function, r.name, r.ended_at
            from duty_roster r join duty_team t on t.id = r.team where r.id = ?
            """;

    private final Sql sql;
    private final RosterPlans plans;
    private final TeamAccess access;
    private final DutyPeople people;
    private final Clock clock;

    RosterViews(Sql sql, RosterPlans plans, TeamAccess access, DutyPeople people, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** A roster that the acting person may see, else 404. */
    @Transactional
    public RosterView seen(UUID roster) {
        access.seenByRoster(roster);
        return get(roster);
    }

    /** Whether the acting person may change a roster that he sees. */
    @Transactional
    public boolean mayKeep(UUID roster) {
        return access.mayKeep(access.seenByRoster(roster));
    }

    /** Who is on duty at a time, now when null: one entry per layer that runs. */
    @Transactional
    public List<ShiftView> onDuty(UUID roster, @Nullable Instant asked) {
        access.seenByRoster(roster);
        return named(plan(roster).at(asked == null ? clock.instant() : asked));
    }

    /** Every shift that touches a span of time: from now, and for four weeks, unless it says otherwise. */
    @Transactional
    public List<ShiftView> shifts(UUID roster, @Nullable Instant from, @Nullable Instant until) {
        access.seenByRoster(roster);
        Instant begin = from == null ? clock.instant() : from;
        Instant end = until == null ? begin.plus(Duration.ofDays(28)) : until;
        if (!end.isAfter(begin)) {
            throw Refusal.fields(List.of(FieldError.of("/until", "end-before-begin")));
        }
        if (end.isAfter(begin.plus(LONGEST))) {
            throw Refusal.fields(List.of(new FieldError("/until", "too-large", Map.of("value", begin.plus(LONGEST)))));
        }
        return named(plan(roster).between(begin, end));
    }

    RosterPlan plan(UUID roster) {
        return plans.of(roster).orElseThrow(Refusal::notFound);
    }

    RosterView get(UUID roster) {
        Instant now = clock.instant();
        RosterPlan plan = plan(roster);
        List<Rotation> rotations = plan.rotations().stream()
                .filter(each -> each.untilAt() == null
                        || each.untilAt().isAfter(now) && each.untilAt().isAfter(each.startsAt()))
                .toList();
        Set<UUID> ids = new HashSet<>();
        rotations.forEach(each -> ids.addAll(each.people()));
        Map<UUID, DutyPerson> names = people.byId(ids);
        List<RosterView.Turns> turns = rotations.stream()
                .map(each -> new RosterView.Turns(
                        each.layer(),
                        each.unit(),
                        each.length(),
                        each.startsAt(),
                        each.untilAt(),
                        each.people().stream().map(names::get).toList()))
                .toList();
        return sql.first(
                        HEAD,
                        row -> new RosterView(
                                row.getObject("id", UUID.class),
                                row.getObject("team", UUID.class),
                                row.getString("team_name"),
                                row.getString("institution"),
                                DutyFunction.valueOf(row.getString("function")),
                                row.getString("name"),
                                turns,
                                standIns(roster, now),
                                Sql.instant(row, "ended_at")),
                        roster)
                .orElseThrow(Refusal::notFound);
    }

    private List<RosterView.StandIn> standIns(UUID roster, Instant now) {
        return sql.list(
                """
                select o.id, o.from_at, o.until_at, o.reason, o.swap, p.id as person, p.username, p.name,
                    i.id as instead, i.username as instead_username, i.name as instead_name
                from duty_override o join identity_person p on p.id = o.person
                left join identity_person i on i.id = o.instead_of
                where o.roster = ? and o.ended_at is null and o.until_at > ? order by o.from_at, o.id
                """,
                row -> {
                    UUID instead = row.getObject("instead", UUID.class);
                    return new RosterView.StandIn(
                            row.getObject("id", UUID.class),
                            Sql.requiredInstant(row, "from_at"),
                            Sql.requiredInstant(row, "until_at"),
                            new DutyPerson(
                                    row.getObject("person", UUID.class),
                                    row.getString("username"),
                                    row.getString("name")),
                            instead == null
                                    ? null
                                    : new DutyPerson(
                                            instead, row.getString("instead_username"), row.getString("instead_name")),
                            row.getString("reason"),
                            row.getObject("swap", UUID.class) != null);
                },
                roster,
                now);
    }

    private List<ShiftView> named(List<Shift> shifts) {
        Collection<UUID> ids =
                shifts.stream().map(Shift::person).filter(Objects::nonNull).toList();
        Map<UUID, DutyPerson> names = people.byId(new HashSet<>(ids));
        return shifts.stream()
                .map(shift -> new ShiftView(
                        shift.layer(),
                        shift.person() == null ? null : names.get(shift.person()),
                        shift.by(),
                        shift.from(),
                        shift.until()))
                .toList();
    }
}
