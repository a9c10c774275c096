package io.haetae.duty;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the calendar of an institution together: six statements, however many rosters. */
@ApplicationScoped
class RosterCalendars {

    private final Sql sql;
    private final RosterPlans plans;
    private final DutyPeople people;
    private final WorkingCalendar working;
    private final Clock clock;

    RosterCalendars(Sql sql, RosterPlans plans, DutyPeople people, WorkingCalendar working, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.people = people;
        this.working = working;
        this.clock = clock;
    }

    private record Layer(
            RosterPlan plan,
            String name,
            int number,
            int of,
            @Nullable Instant begins,
            List<ShiftView> shifts) {}

    /** The calendar, empty when the institution has no roster that is in use, or is out of scope. */
    @Transactional
    public RosterCalendar of(Scope scope, String institution, DutyCalendar.View view, LocalDate date) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
        DutyCalendar frame = DutyCalendar.of(view, date, List.of(), working, today);
        Instant from = start(DutyCalendar.first(view, date));
        Instant until = start(DutyCalendar.end(view, date));
        Map<UUID, String> names = names(scope, institution);
        List<Layer> layers = layers(plans.ofRosters(names.keySet()), names, from, until);
        List<RosterCalendar.Week> weeks = frame.weeks().stream()
                .map(days -> new RosterCalendar.Week(
                        days, layers.stream().map(layer -> line(layer, days)).toList()))
                .toList();
        return new RosterCalendar(frame, weeks);
    }

    private Map<UUID, String> names(Scope scope, String institution) {
        Map<UUID, String> names = new HashMap<>();
        sql.list(
                        """
                        select r.id, t.name || ' · ' || r.name as name
                          from duty_roster r join duty_team t on t.id = r.team
                         where t.institution = ? and r.ended_at is null
                           and (? or exists (select 1 from identity_ancestry a
                                where a.code = t.institution and a.ancestor = any (?)))
                        """,
                        row -> Map.entry(row.getObject("id", UUID.class), row.getString("name")),
                        institution,
                        scope.all(),
                        scope.keyArray())
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }

    private List<Layer> layers(List<RosterPlan> of, Map<UUID, String> names, Instant from, Instant until) {
        Map<RosterPlan, List<Shift>> shifts = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        for (RosterPlan plan : of) {
            List<Shift> between = plan.between(from, until);
            shifts.put(plan, between);
            between.stream().map(Shift::person).filter(Objects::nonNull).forEach(ids::add);
        }
        Map<UUID, DutyPerson> known = people.byId(ids);
        List<Layer> layers = new ArrayList<>();
        for (RosterPlan plan : of) {
            List<Integer> numbers = plan.rotations().stream()
                    .map(Rotation::layer)
                    .distinct()
                    .sorted()
                    .toList();
            for (int number : numbers) {
                layers.add(new Layer(
                        plan,
                        names.getOrDefault(plan.id(), ""),
                        number,
                        numbers.size(),
                        plan.rotations().stream()
                                .filter(rotation -> rotation.layer() == number)
                                .map(Rotation::startsAt)
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        shifts.getOrDefault(plan, List.of()).stream()
                                .filter(shift -> shift.layer() == number)
                                .map(shift -> view(shift, known))
                                .toList()));
            }
        }
        layers.sort(Comparator.comparing((Layer layer) -> layer.plan().function())
                .thenComparing(Layer::name)
                .thenComparing(layer -> layer.plan().id())
                .thenComparing(Layer::number));
        return layers;
    }

    private static ShiftView view(Shift shift, Map<UUID, DutyPerson> known) {
        UUID person = shift.person();
        return new ShiftView(
                shift.layer(), person == null ? null : known.get(person), shift.by(), shift.from(), shift.until());
    }

    private static RosterCalendar.Line line(Layer layer, List<DutyCalendar.Day> days) {
        return new RosterCalendar.Line(
                layer.plan().id(),
                layer.name(),
                layer.plan().function(),
                layer.number(),
                layer.of(),
                days.stream().map(day -> cell(layer, day.date())).toList());
    }

    private static RosterCalendar.Cell cell(Layer layer, LocalDate date) {
        Instant from = start(date);
        Instant until = start(date.plusDays(1));
        List<ShiftView> touching = layer.shifts().stream()
                .filter(shift -> shift.from().isBefore(until) && shift.until().isAfter(from))
                .toList();
        Instant begins = layer.begins();
        return new RosterCalendar.Cell(
                date,
                begins != null && begins.isBefore(until),
                touching.stream().filter(shift -> shift.person() != null).toList(),
                RosterCalendar.gaps(touching, from, until, begins));
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(Zones.SEOUL).toInstant();
    }
}
