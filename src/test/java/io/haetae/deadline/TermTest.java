package io.haetae.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    private final WorkingCalendar korea = WorkingCalendar.korea();

    @ParameterizedTest
    @CsvSource({
        // minutes run day and night
        "2026-09-25T23:50+09:00, 30, MINUTES, 2026-09-26T00:20+09:00",
        // the first day does not count; Chuseok and the weekend do not either
        "2026-09-23T10:00+09:00, 1, WORKING_DAYS, 2026-09-29T00:00+09:00",
        "2026-11-20T18:00+09:00, 5, WORKING_DAYS, 2026-11-28T00:00+09:00",
        // one month from a recovery on 23 October: 23 November, the whole day
        "2025-10-23T09:00+09:00, 1, MONTHS, 2025-11-25T00:00+09:00",
        "2026-10-23T09:00+09:00, 1, MONTHS, 2026-11-24T00:00+09:00",
        // a month without that day ends on its last
        "2027-01-30T09:00+09:00, 1, MONTHS, 2027-03-03T00:00+09:00",
        "2026-01-28T09:00+09:00, 1, MONTHS, 2026-03-04T00:00+09:00",
        // the Tax Tribunal of 2025: recovery on 23 October, fourteen days
        "2025-10-23T09:00+09:00, 14, DAYS, 2025-11-07T00:00+09:00"
    })
    void a_term_is_due_when_its_law_says(OffsetDateTime start, long amount, Length.Unit unit, OffsetDateTime due) {
        Term term = Term.starting(start.toInstant(), new Length(amount, unit), korea);

        assertThat(term.dueAt()).contains(due.toInstant());
    }

    @Test
    void a_term_warns_at_three_quarters_and_is_breached_when_due() {
        Instant start = Instant.parse("2026-11-23T01:00:00Z");
        Term term = Term.starting(start, Length.minutes(120), korea);

        assertThat(term.warnAt()).contains(start.plusSeconds(90 * 60));
        assertThat(term.stateAt(start.plusSeconds(90 * 60 - 1))).isEqualTo(Term.State.RUNNING);
        assertThat(term.stateAt(start.plusSeconds(90 * 60))).isEqualTo(Term.State.WARNED);
        assertThat(term.stateAt(start.plusSeconds(120 * 60 - 1))).isEqualTo(Term.State.WARNED);
        assertThat(term.stateAt(start.plusSeconds(120 * 60))).isEqualTo(Term.State.BREACHED);
    }

    @Test
    void a_term_that_stands_still_is_due_later_by_as_long() {
        Instant start = Instant.parse("2026-11-23T01:00:00Z");
        Term paused = Term.starting(start, Length.minutes(60), korea).pausedAt(start.plusSeconds(30 * 60));

        assertThat(paused.dueAt()).isEmpty();
        assertThat(paused.stateAt(start.plusSeconds(9999 * 60))).isEqualTo(Term.State.PAUSED);

        Term resumed = paused.resumedAt(start.plusSeconds(100 * 60));
        assertThat(resumed.dueAt()).contains(start.plusSeconds(130 * 60));
        assertThat(resumed.warnAt()).contains(start.plusSeconds(115 * 60));
    }

    @Test
    void a_working_day_touched_by_a_pause_is_not_counted() {
        // 5 working days from Friday 20 November; it stands still from Tuesday noon to Wednesday noon.
        Term term = Term.starting(Instant.parse("2026-11-20T01:00:00Z"), Length.workingDays(5), korea)
                .pausedAt(Instant.parse("2026-11-24T03:00:00Z"))
                .resumedAt(Instant.parse("2026-11-25T03:00:00Z"));

        assertThat(term.dueAt()).contains(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @Test
    void a_changed_grade_keeps_the_start_and_the_pauses() {
        Instant start = Instant.parse("2026-11-23T01:00:00Z");
        Term term = Term.starting(start, Length.minutes(120), korea)
                .pausedAt(start.plusSeconds(60))
                .resumedAt(start.plusSeconds(120))
                .recomputed(Length.minutes(60));

        assertThat(term.dueAt()).contains(start.plusSeconds(61 * 60));
    }

    @Test
    void a_pause_before_the_start_or_inside_another_is_refused() {
        Instant start = Instant.parse("2026-11-23T01:00:00Z");
        Term term = Term.starting(start, Length.minutes(60), korea);

        assertThatThrownBy(() -> term.pausedAt(start.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> term.resumedAt(start)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> term.pausedAt(start).pausedAt(start)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> term.pausedAt(start.plusSeconds(9)).resumedAt(start))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Length.minutes(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
