package io.haetae.grading.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    private static final Instant DUE = Instant.parse("2026-12-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:00:00Z, 2026-12-09T09:00:00Z",
        "2026-12-09T08:59:59Z, 2026-12-09T09:00:00Z",
        "2026-12-09T09:00:00Z, 2026-12-20T09:00:00Z",
        "2026-12-20T09:00:00Z, 2026-12-23T09:00:00Z",
        "2026-12-23T09:00:00Z, 2026-12-30T09:00:00Z",
        "2027-01-02T00:00:00Z, 2027-01-09T00:00:00Z"
    })
    void two_weeks_before_three_days_before_on_the_day_then_every_week(Instant now, Instant next) {
        assertThat(Reminders.next(DUE, now)).isEqualTo(next);
    }
}
