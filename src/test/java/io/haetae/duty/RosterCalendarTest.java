package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.duty.RosterCalendar.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where nobody is on duty on a day. */
class RosterCalendarTest {

    private static final Instant DAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant NEXT = DAY.plus(Duration.ofDays(1));
    private static final DutyPerson KIM = new DutyPerson(new UUID(0, 1), "kim", "김");

    @Test
    void a_day_that_is_covered_has_no_gap() {
        assertThat(gaps(DAY.minusSeconds(1), shift(-3, 12, KIM), shift(12, 36, KIM)))
                .isEmpty();
    }

    @Test
    void what_lies_between_two_shifts_and_after_the_last_is_a_gap() {
        assertThat(gaps(DAY, shift(0, 8, KIM), shift(9, 18, KIM)))
                .containsExactly(new Gap(at(8), at(9)), new Gap(at(18), NEXT));
    }

    @Test
    void an_absence_without_a_substitute_is_a_gap() {
        assertThat(gaps(DAY, shift(0, 8, KIM), shift(8, 20, null), shift(20, 24, KIM)))
                .containsExactly(new Gap(at(8), at(20)));
    }

    @Test
    void nothing_is_missing_before_the_first_turn_begins() {
        assertThat(gaps(at(9), shift(9, 18, KIM))).containsExactly(new Gap(at(18), NEXT));
        assertThat(gaps(NEXT)).isEmpty();
        assertThat(gaps(null)).isEmpty();
    }

    private static List<Gap> gaps(@Nullable Instant begins, ShiftView... shifts) {
        return RosterCalendar.gaps(List.of(shifts), DAY, NEXT, begins);
    }

    private static ShiftView shift(int from, int until, @Nullable DutyPerson person) {
        return new ShiftView(1, person, person == null ? Shift.By.ABSENCE : Shift.By.TURN, at(from), at(until));
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }
}
