package io.haetae.incident;

import io.haetae.deadline.Length;
import io.haetae.deadline.Pause;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.incident.ClockBook.Standing;
import io.haetae.incident.IncidentClock.Policy;
import io.haetae.incident.IncidentClock.Span;
import io.haetae.incident.IncidentClock.State;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Zones;
import io.haetae.rule.ReportingClocks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries events out on clocks: the one place that says what each does, for the step that is taken now and for computing
 * everything again. Pure: it knows no database and no present time.
 */
final class ClockMachine {

    private final ClockRules rules;
    private final WorkingCalendar calendar;

    ClockMachine(ClockRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** A clock that came to a state by itself, to be told of once. */
    record Passed(IncidentClock clock, State state) {}

    /** The clocks that follow from all that happened. */
    List<IncidentClock> recompute(UUID incident, List<ClockEvent> events) {
        ClockBook book = new ClockBook(incident, List.of(), List.of());
        events.forEach(event -> apply(book, event));
        return book.clocks();
    }

    /** Carries one event out, and says what had come to pass before it, so that it is told whoever looks first. */
    List<Passed> apply(ClockBook book, ClockEvent event) {
        List<Passed> passed = new ArrayList<>();
        List<IncidentClock> pausable =
                book.open().stream().filter(this::maySometimesStand).toList();
        pausable.forEach(clock -> advance(clock, event.at(), passed));
        book.remember(event);
        if (event instanceof ClockEvent.Asked asked) {
            settle(book, wanted(book, asked), asked.at(), passed);
        } else if (event instanceof ClockEvent.Met met) {
            book.open(met.kind()).ifPresent(clock -> meet(book, clock, met));
        } else if (event instanceof ClockEvent.Unmet unmet) {
            book.clocks().stream()
                    .filter(clock ->
                            clock.kind.equals(unmet.kind()) && unmet.metAt().equals(clock.metAt))
                    .forEach(IncidentClock::resume);
        } else if (event instanceof ClockEvent.Ended ended) {
            book.open().stream()
                    .filter(clock -> ended.withAfterRecovery() || !clock.afterRecovery)
                    .forEach(clock -> clock.cancel(ended.at()));
        } else if (event instanceof ClockEvent.Continued continued) {
            book.clocks().stream()
                    .filter(clock -> continued.endedAt().equals(clock.endedAt))
                    .forEach(IncidentClock::resume);
        } else if (event instanceof ClockEvent.TakenOver taken) {
            taken.clocks().forEach(line -> book.begin(line.clock(Ids.at(taken.at()), book.incident())));
        } else if (event instanceof ClockEvent.GivenAway) {
            book.clocks().removeIf(clock -> clock.state == State.MET);
        }
        book.open().forEach(clock -> countAnew(book, clock));
        return passed;
    }

    private static void advance(IncidentClock clock, Instant at, List<Passed> passed) {
        clock.advance(at).forEach(state -> passed.add(new Passed(clock, state)));
    }

    private boolean maySometimesStand(IncidentClock clock) {
        return rules.of(clock).filter(asked -> asked.pause() != null).isPresent();
    }

    /** What the rules ask for; what has been done in this measurement need not be done again, unless it repeats. */
    private List<IncidentClock> wanted(ClockBook book, ClockEvent.Asked event) {
        ClockEvent.Basis basis = event.basis();
        ReportingClocks policy = rules.of(basis.ruleSet(), basis.version(), basis.grade());
        Map<String, IncidentClock> met = book.met(basis.measurement());
        List<IncidentClock> wanted = new ArrayList<>();
        for (ReportingClocks.Clock asked : policy.clocks()) {
            Instant start = basis.start(asked.from());
            boolean afterRecovery = asked.from() == ReportingClocks.From.RECOVERY;
            boolean repeats = asked.repeatMinutes() != null && !afterRecovery;
            boolean over = repeats && basis.state() != IncidentState.OPEN;
            if (start == null || over || !basis.applying().contains(asked.when())) {
                continue;
            }
            IncidentClock done = met.get(asked.kind());
            if (done == null) {
                wanted.add(fresh(book, event, policy, asked, start));
            } else if (repeats && done.metAt != null) {
                wanted.add(again(book, done, Policy.of(policy), asked, event.at()));
            }
        }
        return wanted;
    }

    private IncidentClock fresh(
            ClockBook book,
            ClockEvent.Asked event,
            ReportingClocks policy,
            ReportingClocks.Clock asked,
            Instant start) {
        Count count = count(book, asked, false, start);
        IncidentClock clock = new IncidentClock(
                Ids.at(event.at()), book.incident(), asked.kind(), asked.name(), count.span(), Policy.of(policy));
        clock.count(count.span(), count.standing());
        clock.measurement = event.basis().measurement();
        clock.repeatMinutes = asked.repeatMinutes();
        clock.afterRecovery = asked.from() == ReportingClocks.From.RECOVERY;
        return clock;
    }

    private IncidentClock again(
            ClockBook book, IncidentClock done, Policy policy, ReportingClocks.Clock asked, Instant at) {
        Instant metAt = Objects.requireNonNull(done.metAt);
        IncidentClock clock = done.again(Ids.at(at), Objects.requireNonNull(asked.repeatMinutes()), metAt);
        clock.runsUnder(policy);
        Count count = count(book, asked, true, metAt);
        clock.count(count.span(), count.standing());
        return clock;
    }

    /** Open clocks give way to those that are wanted; one that is among them goes on, and is told of once. */
    private static void settle(ClockBook book, List<IncidentClock> wanted, Instant at, List<Passed> passed) {
        List<IncidentClock> begin = new ArrayList<>(wanted);
        for (IncidentClock clock : book.open()) {
            if (begin.removeIf(clock::goesOnAs)) {
                continue;
            }
            advance(clock, at, passed);
            begin.stream().filter(fresh -> fresh.kind.equals(clock.kind)).forEach(fresh -> fresh.inPlaceOf(clock, at));
            clock.cancel(at);
        }
        begin.forEach(book::begin);
    }

    private void meet(ClockBook book, IncidentClock clock, ClockEvent.Met met) {
        clock.meet(met.metAt(), met.by(), met.how());
        if (clock.repeatMinutes != null && !clock.afterRecovery && book.state() == IncidentState.OPEN) {
            book.begin(clock.again(Ids.at(met.at()), clock.repeatMinutes, met.metAt()));
        }
    }

    private void countAnew(ClockBook book, IncidentClock clock) {
        rules.of(clock).filter(asked -> asked.pause() != null).ifPresent(asked -> {
            Count count = count(book, asked, clock.repetition, clock.startedAt);
            clock.count(count.span(), count.standing());
        });
    }

    private record Count(Span span, @Nullable Standing standing) {}

    /** From when to when a clock runs that started then, with all that made it stand still. */
    private Count count(ClockBook book, ReportingClocks.Clock asked, boolean repetition, Instant start) {
        if (!repetition && asked.unit() == ReportingClocks.Unit.NEXT_MONTH) {
            return new Count(new Span(start, endOfNextMonth(start)), null); // a date of the calendar does not move
        }
        List<Standing> standings = book.standings(asked);
        Term term = Term.starting(start, length(asked, repetition), calendar)
                .standingStill(standings.stream()
                        .map(standing -> new Pause(standing.from(), standing.until()))
                        .toList());
        Term ran = term.isPaused()
                ? term.resumedAt(term.pauses().get(term.pauses().size() - 1).from())
                : term;
        Instant due = ran.dueAt().orElseThrow();
        Standing last = standings.stream()
                .filter(standing -> standing.until() == null || standing.until().isAfter(start))
                .filter(standing -> standing.from().isBefore(due))
                .reduce((earlier, later) -> earlier.until() == null ? earlier : later)
                .orElse(null);
        return new Count(new Span(start, due, ran.warnAt().orElseThrow()), last);
    }

    private static Length length(ReportingClocks.Clock asked, boolean repetition) {
        if (repetition) {
            return Length.minutes(Objects.requireNonNull(asked.repeatMinutes()));
        }
        return switch (asked.unit()) {
            case MINUTES -> Length.minutes(asked.amount());
            case WORKING_DAYS -> Length.workingDays(asked.amount());
            case MONTHS -> Length.months(asked.amount());
            case NEXT_WORKING_DAY, NEXT_MONTH -> Length.workingDays(1);
        };
    }

    private static Instant endOfNextMonth(Instant start) {
        LocalDate first = LocalDate.ofInstant(start, Zones.SEOUL).withDayOfMonth(1);
        return first.plusMonths(2).atStartOfDay(Zones.SEOUL).toInstant();
    }
}
