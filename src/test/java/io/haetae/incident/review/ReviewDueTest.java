package io.haetae.incident.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 시행령 제70조의5 ④, counted by 행정기본법 제6조 ① and 민법 제157조·제160조·제161조. */
class ReviewDueTest {

    private final WorkingCalendar korea = WorkingCalendar.korea();

    @ParameterizedTest
    @CsvSource({
        // 17 November 2023: back on Saturday 18 November, due on Monday 18 December
        "2023-11-18T09:00+09:00, 2023-12-18",
        // the hour of the day changes nothing: one minute before and after midnight
        "2023-11-18T23:59+09:00, 2023-12-18",
        "2023-11-19T00:01+09:00, 2023-12-19",
        // Seoul's day counts, not the one of Greenwich
        "2023-11-17T23:30Z, 2023-12-18",
        // from the last day of a month the period runs from the first of the next to its end
        "2026-04-30T10:00+09:00, 2026-06-01",
        "2026-10-31T10:00+09:00, 2026-11-30",
        // February has no such day: its last one
        "2027-01-29T10:00+09:00, 2027-03-02",
        "2028-01-30T10:00+09:00, 2028-02-29",
        // over the end of a year
        "2026-12-15T10:00+09:00, 2027-01-15",
        // the last day is a Saturday: Monday; a holiday: the next working day
        "2026-10-19T10:00+09:00, 2026-11-19",
        "2026-10-21T10:00+09:00, 2026-11-23",
        "2026-11-25T10:00+09:00, 2026-12-28",
        // Seollal of 2027 is 6 to 8 February with Tuesday 9 for the Sunday: a Saturday, the holidays and the substitute
        "2027-01-06T10:00+09:00, 2027-02-10",
        // 709 systems back on 30 December 2025 at 09:30
        "2025-12-30T09:30+09:00, 2026-01-30"
    })
    void a_review_is_due_on_the_day_the_decree_says(OffsetDateTime recovered, LocalDate due) {
        Term term = Term.starting(recovered.toInstant(), DueDates.DECREE, korea);

        assertThat(ReviewViews.lastDay(term.dueAt().orElseThrow())).isEqualTo(due);
    }
}
