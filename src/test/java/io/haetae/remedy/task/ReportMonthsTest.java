package io.haetae.remedy.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.deadline.WorkingCalendar;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportMonthsTest {

    @ParameterizedTest
    @CsvSource({
        // 1 November 2026 is a Sunday: 2, 3, 4, 5, 6
        "2026-10, 2026-11-07T00:00:00+09:00",
        // New Year, then a weekend: 4, 5, 6, 7, 8
        "2026-12, 2027-01-09T00:00:00+09:00",
        "2026-11, 2026-12-08T00:00:00+09:00"
    })
    void a_report_is_late_after_the_fifth_working_day_of_the_next_month(YearMonth month, OffsetDateTime late) {
        assertThat(ReportMonths.dueAt(month, WorkingCalendar.korea())).isEqualTo(late.toInstant());
    }
}
