package io.haetae.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RemindersTest {

    private static final Instant DUE = Instant.parse("2026-12-31T15:00:00Z");

    private static Instant next(String now) {
        return Reminders.next(DUE, Instant.parse(now), Duration.ofDays(3), Duration.ofDays(14));
    }

    @Test
    void comes_so_long_before_the_longest_first_then_when_it_is_due_then_every_week() {
        assertThat(next("2026-12-01T00:00:00Z")).isEqualTo(DUE.minus(Duration.ofDays(14)));
        assertThat(next("2026-12-17T15:00:00Z")).isEqualTo(DUE.minus(Duration.ofDays(3)));
        assertThat(next("2026-12-28T15:00:00Z")).isEqualTo(DUE);
        assertThat(next("2026-12-31T15:00:00Z")).isEqualTo(Instant.parse("2027-01-07T15:00:00Z"));
    }

    @Test
    void the_first_comes_at_three_quarters_of_the_time_or_earlier() {
        Instant from = DUE.minus(Duration.ofDays(40));
        assertThat(Reminders.first(from, DUE, from, Duration.ofDays(3))).isEqualTo(DUE.minus(Duration.ofDays(10)));
        assertThat(Reminders.first(from, DUE, from, Duration.ofDays(14))).isEqualTo(DUE.minus(Duration.ofDays(14)));
        Instant late = DUE.minus(Duration.ofDays(9));
        assertThat(Reminders.first(from, DUE, late, Duration.ofDays(3))).isEqualTo(DUE.minus(Duration.ofDays(3)));
        assertThat(Reminders.first(DUE, DUE, DUE)).isEqualTo(DUE.plus(Duration.ofDays(7)));
    }

    @Test
    void the_last_day_is_the_one_before_the_first_instant_that_is_too_late() {
        assertThat(Reminders.lastDay(DUE)).isEqualTo("2026-12-31");
        assertThat(Reminders.after(LocalDate.of(2026, 12, 31))).isEqualTo(DUE);
    }
}
