package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.duty.RosterPlan.Absence;
import io.haetae.duty.RosterPlan.StandIn;
import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Who is on duty when: the arithmetic of turns and of the exceptions from them. */
class RosterPlanTest {

    private static final UUID ROSTER = new UUID(9, 9);
    private static final UUID KIM = new UUID(0, 1);
    private static final UUID LEE = new UUID(0, 2);
    private static final UUID PARK = new UUID(0, 3);
    private static final List<UUID> ALL = List.of(KIM, LEE, PARK);
    private static final Instant START = at("2026-11-02T09:00");
    private static final int MINUTES = 60 * 24 * 40;

    @Example
    void turns_change_at_the_time_of_hand_over_to_the_second() {
        RosterPlan plan = plan(weekly(KIM, LEE), List.of(), List.of());
        assertThat(person(plan, at("2026-11-09T09:00").minusNanos(1))).isEqualTo(KIM);
        assertThat(person(plan, at("2026-11-09T09:00"))).isEqualTo(LEE);
        assertThat(person(plan, at("2026-11-16T09:00"))).isEqualTo(KIM);
        assertThat(plan.at(START.minusNanos(1))).isEmpty();
        assertThat(plan.nextHandOver(START.minusSeconds(1))).contains(START);
        assertThat(plan.nextHandOver(START)).contains(at("2026-11-09T09:00"));
    }

    @Example
    void every_layer_has_its_own_turn() {
        Rotation deputy = new Rotation(new UUID(2, 2), 2, Rotation.Unit.HOURS, 12, START, null, List.of(LEE, KIM));
        RosterPlan plan = new RosterPlan(
                ROSTER, "MOIS", DutyFunction.DUTY, List.of(deputy, weekly(KIM, LEE)), List.of(), List.of());
        assertThat(plan.at(at("2026-11-02T22:00"))).extracting(Shift::layer).containsExactly(1, 2);
        assertThat(plan.at(at("2026-11-02T22:00"))).extracting(Shift::person).containsExactly(KIM, KIM);
        assertThat(plan.at(at("2026-11-03T09:00"))).extracting(Shift::person).containsExactly(KIM, LEE);
    }

    @Example
    void somebody_who_stands_in_cuts_the_turn_in_three_and_names_each_piece_the_same_every_time() {
        StandIn evening = new StandIn(at("2026-11-04T18:00"), at("2026-11-04T20:00"), PARK, KIM, false);
        RosterPlan plan = plan(weekly(KIM, LEE), List.of(evening), List.of());
        List<Shift> shifts = plan.between(START, at("2026-11-09T09:00"));
        assertThat(shifts).extracting(Shift::person).containsExactly(KIM, PARK, KIM);
        assertThat(shifts)
                .extracting(Shift::from)
                .containsExactly(START, at("2026-11-04T18:00"), at("2026-11-04T20:00"));
        assertThat(shifts).extracting(Shift::by).containsExactly(Shift.By.TURN, Shift.By.OVERRIDE, Shift.By.TURN);
        List<String> names = shifts.stream().map(Shift::uid).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(plan.between(at("2026-11-04T19:00"), at("2026-11-04T19:01")))
                .extracting(Shift::uid)
                .containsExactly(names.get(1));
    }

    @Example
    void who_stands_in_for_one_person_does_not_take_the_turn_of_another() {
        StandIn forLee = new StandIn(START, at("2026-11-30T09:00"), PARK, LEE, true);
        RosterPlan plan = plan(weekly(KIM, LEE), List.of(forLee), List.of());
        assertThat(person(plan, START)).isEqualTo(KIM);
        assertThat(person(plan, at("2026-11-09T09:00"))).isEqualTo(PARK);
        assertThat(plan.at(at("2026-11-09T09:00")).get(0).by()).isEqualTo(Shift.By.SWAP);
    }

    @Example
    void an_absence_leaves_nobody_unless_a_substitute_is_there() {
        Absence away = new Absence(KIM, at("2026-11-03T00:00"), at("2026-11-04T00:00"), null);
        assertThat(person(plan(weekly(KIM, LEE), List.of(), List.of(away)), at("2026-11-03T12:00")))
                .isNull();
        Absence covered = new Absence(KIM, away.from(), away.until(), PARK);
        assertThat(person(plan(weekly(KIM, LEE), List.of(), List.of(covered)), at("2026-11-03T12:00")))
                .isEqualTo(PARK);
        Absence both = new Absence(PARK, at("2026-11-03T11:00"), at("2026-11-03T13:00"), null);
        assertThat(person(plan(weekly(KIM, LEE), List.of(), List.of(covered, both)), at("2026-11-03T12:00")))
                .isNull();
    }

    @Example
    void a_rotation_that_was_replaced_ends_where_the_new_one_begins() {
        Instant change = at("2026-11-05T09:00");
        Rotation old = new Rotation(new UUID(1, 1), 1, Rotation.Unit.WEEKS, 1, START, change, List.of(KIM, LEE));
        Rotation after = new Rotation(new UUID(1, 2), 1, Rotation.Unit.DAYS, 1, change, null, List.of(LEE, PARK));
        RosterPlan plan = new RosterPlan(ROSTER, "MOIS", DutyFunction.DUTY, List.of(old, after), List.of(), List.of());
        assertThat(plan.between(START, at("2026-11-07T09:00")))
                .extracting(Shift::person)
                .containsExactly(KIM, LEE, PARK);
        assertThat(person(plan, change.minusNanos(1))).isEqualTo(KIM);
        assertThat(person(plan, change)).isEqualTo(LEE);
    }

    @Property
    void at_every_instant_there_is_exactly_one_per_layer_and_nobody_only_when_somebody_is_absent(
            @ForAll("plans") RosterPlan plan, @ForAll @IntRange(max = MINUTES) int minute) {
        Instant at = START.plusSeconds(60L * minute);
        List<Shift> now = plan.at(at);
        assertThat(now).extracting(Shift::layer).containsExactly(1, 2);
        for (Shift shift : now) {
            assertThat(shift.from()).isBeforeOrEqualTo(at);
            assertThat(shift.until()).isAfter(at);
            assertThat(shift.person() == null).isEqualTo(shift.by() == Shift.By.ABSENCE);
            boolean away = plan.absences().stream()
                    .anyMatch(absence -> absence.person().equals(shift.person()) && absence.covers(at));
            assertThat(away).isFalse();
        }
    }

    @Property
    void the_shifts_of_a_span_follow_each_other_without_a_gap_and_agree_with_every_instant(
            @ForAll("plans") RosterPlan plan,
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll @IntRange(min = 1, max = 60 * 24 * 10) int length) {
        Instant from = START.plusSeconds(60L * minute);
        Instant until = from.plusSeconds(60L * length);
        for (int layer = 1; layer <= 2; layer++) {
            int of = layer;
            List<Shift> shifts = plan.between(from, until).stream()
                    .filter(each -> each.layer() == of)
                    .toList();
            assertThat(shifts.get(0).from()).isBeforeOrEqualTo(from);
            assertThat(shifts.get(shifts.size() - 1).until()).isAfterOrEqualTo(until);
            for (int i = 0; i < shifts.size(); i++) {
                assertThat(plan.at(shifts.get(i).from())).contains(shifts.get(i));
                assertThat(plan.at(shifts.get(i).until().minusNanos(1))).contains(shifts.get(i));
                assertThat(i == 0 ? shifts.get(i).from() : shifts.get(i - 1).until())
                        .isEqualTo(shifts.get(i).from());
            }
        }
        assertThat(plan.between(from, until).stream().map(Shift::uid).collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<RosterPlan> plans() {
        Arbitrary<List<StandIn>> standIns = Combinators.combine(span(), person(), person(), Arbitraries.of(true, false))
                .as((span, one, other, any) -> new StandIn(span.get(0), span.get(1), one, any ? null : other, false))
                .list()
                .ofMaxSize(4);
        Arbitrary<List<Absence>> absences = Combinators.combine(span(), person(), person())
                .as((span, one, other) -> new Absence(one, span.get(0), span.get(1), one.equals(other) ? null : other))
                .list()
                .ofMaxSize(3);
        return Combinators.combine(rotation(1), rotation(2), standIns, absences)
                .as((first, second, some, away) ->
                        new RosterPlan(ROSTER, "MOIS", DutyFunction.DUTY, List.of(first, second), some, away));
    }

    private static Arbitrary<Rotation> rotation(int layer) {
        return Combinators.combine(
                        Arbitraries.of(Rotation.Unit.class),
                        Arbitraries.integers().between(1, 20),
                        order())
                .as((unit, length, people) ->
                        new Rotation(new UUID(layer, layer), layer, unit, length, START, null, people));
    }

    private static Arbitrary<List<UUID>> order() {
        return Arbitraries.shuffle(new ArrayList<>(ALL))
                .flatMap(all -> Arbitraries.integers().between(1, 3).map(size -> List.copyOf(all.subList(0, size))));
    }

    private static Arbitrary<UUID> person() {
        return Arbitraries.of(ALL);
    }

    private static Arbitrary<List<Instant>> span() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES),
                        Arbitraries.integers().between(1, 60 * 24 * 14))
                .as((from, length) -> List.of(START.plusSeconds(60L * from), START.plusSeconds(60L * (from + length))));
    }

    private static Rotation weekly(UUID... people) {
        return new Rotation(new UUID(1, 1), 1, Rotation.Unit.WEEKS, 1, START, null, List.of(people));
    }

    private static RosterPlan plan(Rotation rotation, List<StandIn> standIns, List<Absence> absences) {
        return new RosterPlan(ROSTER, "MOIS", DutyFunction.DUTY, List.of(rotation), standIns, absences);
    }

    private static @Nullable UUID person(RosterPlan plan, Instant at) {
        return plan.at(at).get(0).person();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.SEOUL).toInstant();
    }
}
