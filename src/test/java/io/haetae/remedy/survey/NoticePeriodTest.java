package io.haetae.remedy.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-21, 2026-12-22",
        "2026-03-18, 2026-05-19",
        // the month has no day that corresponds to the first one counted
        "2026-12-30, 2027-03-01",
        "2026-12-31, 2027-03-01",
        "2027-12-28, 2028-02-29",
        "2027-12-29, 2028-03-01",
        // a holiday before the beginning is no reason to begin later
        "2026-11-23, 2027-01-24"
    })
    void two_whole_months_lie_between_the_notice_and_the_first_day(LocalDate notified, LocalDate earliest) {
        assertThat(NoticePeriod.earliest(notified, false)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-21, 2026-10-22", "2026-12-31, 2027-01-01"})
    void an_urgent_one_is_announced_the_day_before(LocalDate notified, LocalDate earliest) {
        assertThat(NoticePeriod.earliest(notified, true)).isEqualTo(earliest);
    }
}
