package io.haetae.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar korea = WorkingCalendar.korea();

    /** Every holiday of the official calendars, ordinary Sundays and Saturdays left out; * marks a substitute. */
    @ParameterizedTest
    @CsvSource({
        "2022, 01-01 01-31 02-01 02-02 03-01 03-09 05-05 05-08 06-01 06-06 08-15 09-09 09-10 09-11 09-12* 10-03 10-09 "
                + "10-10* 12-25",
        "2023, 01-01 01-21 01-22 01-23 01-24* 03-01 05-05 05-27 05-29* 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 "
                + "12-25",
        "2024, 01-01 02-09 02-10 02-11 02-12* 03-01 04-10 05-05 05-06* 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 "
                + "10-09 12-25",
        "2025, 01-01 01-27 01-28 01-29 01-30 03-01 03-03* 05-05 05-06* 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08* "
                + "10-09 12-25",
        "2026, 01-01 02-16 02-17 02-18 03-01 03-02* 05-01 05-05 05-24 05-25* 06-03 06-06 07-17 08-15 08-17* 09-24 09-25 "
                + "09-26 10-03 10-05* 10-09 12-25",
        "2027, 01-01 02-06 02-07 02-08 02-09* 03-01 05-01 05-03* 05-05 05-13 06-06 07-17 07-19* 08-15 08-16* 09-14 "
                + "09-15 09-16 10-03 10-04* 10-09 10-11* 12-25 12-27*",
        "2028, 01-01 01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05* 10-09 "
                + "12-25"
    })
    void holidays_of_a_year_are_those_of_the_official_calendar(int year, String expected) {
        assertThat(korea.holidays(year).stream()
                        .map(holiday -> holiday.date().toString().substring(5) + (holiday.substitute() ? "*" : ""))
                        .toList())
                .isEqualTo(List.of(expected.split(" ")));
    }

    /** The substitutes before 2021 were fewer: only Seollal, Chuseok and Children's Day. */
    @ParameterizedTest
    @CsvSource({
        "2014-09-10, true", "2015-09-29, true", "2016-02-10, true", "2017-01-30, true", "2018-05-07, true",
        "2018-09-26, true", "2019-05-06, true", "2020-01-27, true", "2020-03-02, false", "2021-03-02, false",
        "2021-08-16, true", "2021-10-04, true", "2021-10-11, true", "2021-12-27, false"
    })
    void substitutes_follow_the_rule_in_force_on_the_day(LocalDate date, boolean substitute) {
        assertThat(korea.holiday(date).map(Holiday::substitute).orElse(false)).isEqualTo(substitute);
    }

    /** The Korean lunar year of 2027 begins a day after the Chinese one. */
    @ParameterizedTest
    @CsvSource({"2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-07", "2028-01-27"})
    void seollal_follows_the_moon_as_seen_from_korea(LocalDate date) {
        assertThat(korea.holiday(date))
                .get()
                .extracting(holiday -> holiday.name().ko())
                .isEqualTo("설날");
    }

    @Test
    void two_holidays_on_one_day_share_one_name_and_one_substitute() {
        assertThat(korea.holiday(LocalDate.of(2025, 5, 5)))
                .get()
                .extracting(holiday -> holiday.name().ko())
                .isEqualTo("어린이날·부처님 오신 날");
        assertThat(korea.isWorkingDay(LocalDate.of(2025, 5, 7))).isTrue();
    }

    @Test
    void working_days_are_counted_from_the_day_after() {
        // Friday 2 October 2026: then Saturday, Sunday, the substitute for 3 October, and only Tuesday works.
        assertThat(korea.plusWorkingDays(LocalDate.of(2026, 10, 2), 1)).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(korea.plusWorkingDays(LocalDate.of(2026, 10, 2), 0)).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(korea.onOrAfter(LocalDate.of(2026, 10, 3))).isEqualTo(LocalDate.of(2026, 10, 6));
    }

    @Test
    void the_next_working_day_ends_at_midnight_in_seoul() {
        assertThat(korea.endOfNextWorkingDay(Instant.parse("2026-11-20T14:59:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void a_year_outside_the_known_rules_is_refused() {
        assertThatThrownBy(() -> korea.holidays(2013)).hasMessageContaining("no holiday rules for 2013");
    }
}
