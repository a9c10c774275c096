package io.haetae.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.Zones;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TermPropertiesTest {

    private static final WorkingCalendar KOREA = WorkingCalendar.korea();

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2015-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2045-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Property
    void a_term_warns_no_later_than_it_is_due_and_never_before_it_starts(
            @ForAll("starts") Instant start, @ForAll @IntRange(max = 40) int amount, @ForAll Length.Unit unit) {
        Term term = Term.starting(start, new Length(amount, unit), KOREA);

        assertThat(term.warnAt().orElseThrow()).isBetween(start, term.dueAt().orElseThrow());
    }

    @Property
    void a_longer_term_is_never_due_earlier(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 40) int amount,
            @ForAll @IntRange(max = 40) int more,
            @ForAll Length.Unit unit) {
        Term term = Term.starting(start, new Length(amount, unit), KOREA);

        assertThat(term.recomputed(new Length(amount + more, unit)).dueAt().orElseThrow())
                .isAfterOrEqualTo(term.dueAt().orElseThrow());
    }

    @Property
    void standing_still_never_brings_the_end_nearer(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 20) int amount,
            @ForAll Length.Unit unit,
            @ForAll @LongRange(max = 1_000_000) long pauseAfter,
            @ForAll @LongRange(max = 1_000_000) long pauseFor) {
        Term term = Term.starting(start, new Length(amount, unit), KOREA);
        Instant from = start.plusSeconds(pauseAfter);
        Term paused = term.pausedAt(from).resumedAt(from.plusSeconds(pauseFor));

        assertThat(paused.dueAt().orElseThrow()).isAfterOrEqualTo(term.dueAt().orElseThrow());
        assertThat(paused.warnAt().orElseThrow())
                .isBeforeOrEqualTo(paused.dueAt().orElseThrow());
    }

    @Property
    void a_term_in_days_ends_with_a_working_day(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int amount) {
        for (Length length :
                new Length[] {Length.days(amount), Length.workingDays(amount), Length.months(amount % 12)}) {
            Instant due = Term.starting(start, length, KOREA).dueAt().orElseThrow();
            assertThat(KOREA.isWorkingDay(due.atZone(Zones.SEOUL).toLocalDate().minusDays(1)))
                    .isTrue();
        }
    }
}
