package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** On which days a system is in use, by days in Seoul. */
class ServiceSpanTest {

    private static final Instant YEAR = Instant.parse("2025-12-31T15:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2026-12-31T15:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static ServiceSpan from(int year, int month, int day) {
        return new ServiceSpan(LocalDate.of(year, month, day), null);
    }

    private static ServiceSpan until(int year, int month, int day) {
        return new ServiceSpan(null, LocalDate.of(year, month, day));
    }

    @Test
    void it_begins_with_its_first_day_and_not_before() {
        assertThat(from(2025, 12, 31).begin(YEAR)).isEqualTo(YEAR);
        assertThat(from(2026, 1, 1).begin(YEAR)).isEqualTo(YEAR);
        assertThat(from(2026, 1, 2).begin(YEAR)).isEqualTo(Instant.parse("2026-01-01T15:00:00Z"));
        assertThat(from(2026, 12, 31).begin(YEAR)).isBefore(NEXT_YEAR);
        assertThat(from(2027, 1, 1).begin(YEAR)).isEqualTo(NEXT_YEAR);
        assertThat(ServiceSpan.ALWAYS.begin(YEAR)).isEqualTo(YEAR);
    }

    @Test
    void it_ends_with_the_end_of_its_last_day() {
        assertThat(until(2027, 1, 1).end(NEXT_YEAR)).isEqualTo(NEXT_YEAR);
        assertThat(until(2026, 12, 31).end(NEXT_YEAR)).isEqualTo(NEXT_YEAR);
        assertThat(until(2026, 12, 30).end(NEXT_YEAR)).isEqualTo(Instant.parse("2026-12-30T15:00:00Z"));
        assertThat(until(2026, 1, 1).end(NEXT_YEAR)).isAfter(YEAR);
        assertThat(until(2025, 12, 31).end(NEXT_YEAR)).isEqualTo(YEAR);
        assertThat(ServiceSpan.ALWAYS.end(NEXT_YEAR)).isEqualTo(NEXT_YEAR);
    }

    @Test
    void a_system_that_left_the_register_is_in_use_no_longer_than_that_day() {
        Instant left = Instant.parse("2026-06-30T15:00:00Z"); // 1 July in Seoul
        assertThat(ServiceSpan.of(null, null, left)).isEqualTo(until(2026, 7, 1));
        assertThat(ServiceSpan.of(null, LocalDate.of(2026, 6, 30), left)).isEqualTo(until(2026, 6, 30));
        assertThat(ServiceSpan.of(null, LocalDate.of(2030, 1, 1), left)).isEqualTo(until(2026, 7, 1));
    }

    @Test
    void a_part_is_told_only_where_it_is_one() {
        assertThat(ServiceSpan.ALWAYS.partOf(FIRST, LAST)).isNull();
        assertThat(from(2026, 1, 1).partOf(FIRST, LAST)).isNull();
        assertThat(from(2026, 1, 2).partOf(FIRST, LAST)).isEqualTo(from(2026, 1, 2));
        assertThat(from(2027, 1, 1).partOf(FIRST, LAST)).isNull();
        assertThat(until(2026, 12, 31).partOf(FIRST, LAST)).isNull();
        assertThat(until(2026, 12, 30).partOf(FIRST, LAST)).isEqualTo(until(2026, 12, 30));
        assertThat(until(2025, 12, 31).partOf(FIRST, LAST)).isNull();
        assertThat(new ServiceSpan(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 3, 31)).partOf(FIRST, LAST))
                .isEqualTo(until(2026, 3, 31));
    }
}
