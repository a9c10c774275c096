package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.grading.Availability.Spell;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** (operating time − failure time) ÷ operating time, planned work left out. */
class AvailabilityTest {

    private static final Instant FROM = Instant.parse("2026-10-31T15:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

    private static Spell spell(long fromMinute, long untilMinute) {
        return new Spell(at(fromMinute), at(untilMinute));
    }

    private static Instant at(long minute) {
        return FROM.plus(Duration.ofMinutes(minute));
    }

    private static Availability of(List<Spell> failed, List<Spell> planned) {
        return Availability.of(FROM, UNTIL, failed, planned);
    }

    @Test
    void a_month_without_failures_is_available_all_the_time() {
        assertThat(of(List.of(), List.of()).percent()).isEqualByComparingTo("100");
    }

    @Test
    void the_target_of_grade_one_allows_thirty_four_and_a_half_minutes_of_thirty_days() {
        assertThat(of(List.of(spell(0, 34)), List.of()).percent()).isGreaterThan(new BigDecimal("99.92"));
        assertThat(of(List.of(spell(0, 35)), List.of()).percent()).isLessThan(new BigDecimal("99.92"));
        assertThat(of(List.of(spell(0, 43)), List.of()).percent()).isGreaterThan(new BigDecimal("99.90"));
        assertThat(of(List.of(spell(0, 44)), List.of()).percent()).isLessThan(new BigDecimal("99.90"));
    }

    @Test
    void it_is_never_rounded_up() {
        assertThat(of(List.of(spell(0, 1)), List.of()).percent()).isEqualByComparingTo("99.9976");
    }

    @Test
    void planned_work_is_neither_operating_time_nor_failure() {
        Availability level = of(List.of(spell(50, 130)), List.of(spell(60, 120)));
        assertThat(level.operating()).isEqualTo(Duration.ofDays(30).minusMinutes(60));
        assertThat(level.down()).isEqualTo(Duration.ofMinutes(20));
        assertThat(level.failures()).isEqualTo(1);
        assertThat(level.longest()).isEqualTo(Duration.ofMinutes(20));
        assertThat(of(List.of(spell(70, 80)), List.of(spell(60, 120))).failures())
                .isZero();
    }

    @Test
    void failures_that_overlap_count_once_and_one_that_lasts_counts_until_now() {
        Availability level = of(List.of(spell(10, 30), spell(20, 40), new Spell(at(43_000), null)), List.of());
        assertThat(level.down()).isEqualTo(Duration.ofMinutes(30 + 200));
        assertThat(level.failures()).isEqualTo(2);
    }

    @Test
    void a_failure_from_the_month_before_counts_from_the_first_and_is_as_long_as_it_was() {
        Availability level = of(List.of(spell(-100, 10)), List.of());
        assertThat(level.down()).isEqualTo(Duration.ofMinutes(10));
        assertThat(level.longest()).isEqualTo(Duration.ofMinutes(110));
    }

    @Test
    void a_month_that_was_planned_work_altogether_has_no_availability() {
        assertThat(of(List.of(), List.of(new Spell(FROM, UNTIL))).percent()).isNull();
    }

    @Provide
    Arbitrary<List<Spell>> spells() {
        return Combinators.combine(
                        Arbitraries.longs().between(-50, 250),
                        Arbitraries.longs().between(1, 80))
                .as((from, length) -> spell(from, from + length))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void it_is_what_counting_minute_by_minute_gives(
            @ForAll("spells") List<Spell> failed, @ForAll("spells") List<Spell> planned) {
        Instant until = at(200);
        Availability level = Availability.of(FROM, until, failed, planned);
        List<Instant> operating = new ArrayList<>();
        List<Instant> down = new ArrayList<>();
        for (Instant minute = FROM; minute.isBefore(until); minute = minute.plusSeconds(60)) {
            if (!within(planned, minute)) {
                operating.add(minute);
                if (within(failed, minute)) {
                    down.add(minute);
                }
            }
        }
        assertThat(level.operating()).isEqualTo(Duration.ofMinutes(operating.size()));
        assertThat(level.down()).isEqualTo(Duration.ofMinutes(down.size()));
    }

    private static boolean within(List<Spell> spells, Instant minute) {
        return spells.stream()
                .anyMatch(spell -> !minute.isBefore(spell.from()) && minute.isBefore(spell.end(Instant.MAX)));
    }
}
