package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.rule.ReportingClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over random histories: clocks computed again from their events alone are those that lived step by step. */
class ClockRecomputationPropertiesTest {

    @Provide
    Arbitrary<List<ClockHistory.Step>> histories() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 30)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 600)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 20_000)));
        return Combinators.combine(
                        minutes,
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 2_000))
                .as(ClockHistory.Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 500)
    void recomputing_equals_stepping_at_every_step(@ForAll("histories") List<ClockHistory.Step> steps) {
        ClockHistory history = new ClockHistory();
        for (ClockHistory.Step step : steps) {
            history.take(step);
            assertThat(history.deviations()).isEmpty();
        }
        assertThat(history.kept()).isNotEmpty();
    }

    @Property(tries = 300)
    void it_makes_no_difference_when_or_how_often_the_sweep_looked(@ForAll("histories") List<ClockHistory.Step> steps) {
        ClockHistory seldom = new ClockHistory();
        ClockHistory often = new ClockHistory();
        for (ClockHistory.Step step : steps) {
            seldom.take(step);
            often.take(step);
            often.sweep();
        }
        seldom.sweep();
        assertThat(seldom.kept()).containsExactlyInAnyOrderElementsOf(often.kept());
    }

    @Property(tries = 300)
    void each_state_of_a_clock_is_told_once_unless_its_end_was_taken_back(
            @ForAll("histories") List<ClockHistory.Step> steps) {
        ClockHistory history = new ClockHistory();
        for (ClockHistory.Step step : steps) {
            if (step.what() != 6 && step.what() != 10) {
                history.take(step);
            }
        }
        history.sweep();
        history.told.values().forEach(told -> assertThat(told).doesNotHaveDuplicates());
    }

    @Property(tries = 300)
    void a_duty_by_law_never_stands_still(@ForAll("histories") List<ClockHistory.Step> steps) {
        ClockHistory history = new ClockHistory();
        steps.forEach(history::take);
        for (ClockLine line : history.kept()) {
            if (line.kind().equals("NOTIFY")) {
                ReportingClocks.Clock asked = asked(line);
                assertThat(line.pausedFrom()).isNull();
                assertThat(Duration.between(line.startedAt(), line.dueAt()).toMinutes())
                        .isEqualTo(asked.amount());
            } else if (line.kind().equals("FINAL")) {
                assertThat(line.dueAt())
                        .isEqualTo(Term.starting(line.startedAt(), Length.months(1), WorkingCalendar.korea())
                                .dueAt()
                                .orElseThrow());
            }
        }
    }

    @Property(tries = 200)
    void a_clock_in_minutes_is_due_when_so_many_minutes_were_not_paused(
            @ForAll("histories") List<ClockHistory.Step> steps) {
        ClockHistory history = new ClockHistory();
        steps.forEach(history::take);
        for (ClockLine line : history.kept()) {
            boolean stands = line.pausedFrom() != null && line.pausedUntil() == null;
            if (line.kind().equals("MEETING") && line.state().isOpen() && !stands) {
                assertThat(line.dueAt())
                        .isEqualTo(counted(line.startedAt(), asked(line).amount(), pauses(history.events, "MEETING")));
            }
        }
    }

    private static ReportingClocks.Clock asked(ClockLine line) {
        return ClockHistory.rules(line.ruleSet(), line.version(), line.failureGrade()).clocks().stream()
                .filter(asked -> asked.kind().equals(line.kind()))
                .findFirst()
                .orElseThrow();
    }

    /** Minute by minute: simple enough to be seen to be right. */
    private static Instant counted(Instant start, long amount, List<Instant[]> pauses) {
        Instant minute = start;
        for (long counted = 0; counted < amount; minute = minute.plusSeconds(60)) {
            Instant at = minute;
            if (pauses.stream().noneMatch(pause -> !at.isBefore(pause[0]) && at.isBefore(pause[1]))) {
                counted++;
            }
        }
        return minute;
    }

    /** By people, each until it was ended; and while the incident was recovered. */
    private static List<Instant[]> pauses(List<ClockEvent> events, String kind) {
        List<Instant[]> pauses = new ArrayList<>();
        List<Instant[]> recovered = new ArrayList<>();
        IncidentState state = IncidentState.OPEN;
        for (ClockEvent event : events) {
            if (event instanceof ClockEvent.Paused paused && paused.kind().equals(kind)) {
                pauses.add(new Instant[] {paused.at(), paused.until()});
            } else if (event instanceof ClockEvent.Resumed resumed
                    && resumed.kind().equals(kind)) {
                pauses.stream()
                        .filter(pause -> pause[1].isAfter(resumed.at()))
                        .forEach(pause -> pause[1] = resumed.at());
            }
            IncidentState next = stateAfter(event, state);
            if (next == IncidentState.RECOVERED && state != next) {
                recovered.add(new Instant[] {event.at(), Instant.MAX});
            } else if (state == IncidentState.RECOVERED && state != next) {
                recovered.get(recovered.size() - 1)[1] = event.at();
            }
            state = next;
        }
        pauses.addAll(recovered);
        return pauses;
    }

    private static IncidentState stateAfter(ClockEvent event, IncidentState before) {
        if (event instanceof ClockEvent.Asked asked) {
            return asked.basis().state();
        }
        if (event instanceof ClockEvent.Ended ended) {
            return ended.state();
        }
        return event instanceof ClockEvent.Continued ? IncidentState.RECOVERED : before;
    }
}
