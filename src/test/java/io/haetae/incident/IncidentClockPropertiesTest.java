package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.incident.IncidentClock.State;
import io.haetae.kernel.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A clock that is looked at often, seldom or late says the same, and says each thing once. */
class IncidentClockPropertiesTest {

    private static final Instant START = Instant.parse("2023-11-16T16:42:00Z");

    private static IncidentClock clock(long minutes) {
        return new IncidentClock(
                new UUID(0, 1),
                new UUID(0, 2),
                "NOTIFY_CIO",
                new LocalizedText("가", "a"),
                new IncidentClock.Span(START, START.plus(Duration.ofMinutes(minutes))),
                new IncidentClock.Policy("reporting-clock/x", "1", 1));
    }

    @Property
    void looking_step_by_step_is_the_same_as_looking_once_at_the_end(
            @ForAll @LongRange(min = 1, max = 5_000) long minutes,
            @ForAll @Size(max = 20) List<@IntRange(max = 2_000) Integer> steps) {
        IncidentClock stepped = clock(minutes);
        IncidentClock jumped = clock(minutes);
        List<State> passed = new ArrayList<>();
        Instant now = START;
        for (int step : steps) {
            now = now.plus(Duration.ofMinutes(step));
            passed.addAll(stepped.advance(now));
        }

        assertThat(passed).isEqualTo(jumped.advance(now)).doesNotHaveDuplicates();
        assertThat(stepped.state).isEqualTo(jumped.state);
        assertThat(stepped.nextAt).isEqualTo(jumped.nextAt);
    }

    @Property
    void it_warns_at_three_quarters_and_is_breached_at_the_end_to_the_second(
            @ForAll @LongRange(min = 4, max = 5_000) long minutes) {
        IncidentClock clock = clock(minutes);
        Instant due = clock.dueAt;

        assertThat(Duration.between(START, clock.warnAt).multipliedBy(4))
                .isEqualTo(Duration.between(START, due).multipliedBy(3));
        assertThat(clock.advance(clock.warnAt.minusSeconds(1))).isEmpty();
        assertThat(clock.advance(clock.warnAt)).containsExactly(State.WARNED);
        assertThat(clock.advance(due.minusSeconds(1))).isEmpty();
        assertThat(clock.advance(due)).containsExactly(State.BREACHED);
        assertThat(clock.advance(due.plusSeconds(1))).isEmpty();
    }

    @Property
    void one_that_was_stopped_or_met_by_mistake_runs_on_as_if_it_never_had_been(
            @ForAll @LongRange(min = 1, max = 5_000) long minutes,
            @ForAll @IntRange(max = 6_000) int stopped,
            @ForAll @IntRange(max = 6_000) int later,
            @ForAll boolean met) {
        IncidentClock resumed = clock(minutes);
        IncidentClock never = clock(minutes);
        Instant stop = START.plus(Duration.ofMinutes(stopped));
        Instant now = stop.plus(Duration.ofMinutes(later));
        resumed.advance(stop);
        if (met) {
            resumed.meet(stop, "x", null);
        } else {
            resumed.cancel(stop);
        }
        resumed.resume();
        List<State> since = resumed.advance(now);
        never.advance(stop);
        assertThat(since).isEqualTo(never.advance(now)); // nothing is told twice, and nothing is left out

        assertThat(resumed.state).isEqualTo(never.state);
        assertThat(resumed.nextAt).isEqualTo(never.nextAt);
        assertThat(resumed.metAt).isNull();
        assertThat(resumed.endedAt).isNull();
    }
}
