package io.haetae.incident;

import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.incident.IncidentClock.State;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemView;
import io.haetae.rule.ReportingClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts, meets and ends the deadlines of an incident; the rule set says which, this which instant. */
@ApplicationScoped
class ReportingClockwork {

    static final String ACKNOWLEDGE = "ACKNOWLEDGE";

    private final Clocks clocks;
    private final Periods periods;
    private final WorkingCalendar calendar;

    ReportingClockwork(Clocks clocks, Periods periods, WorkingCalendar calendar) {
        this.clocks = clocks;
        this.periods = periods;
        this.calendar = calendar;
    }

    /**
     * Sets the clocks to what the grade in force asks for: open ones of another grade end, those that are due now start
     * from where they would have started, and one that would be the same goes on. What has been done already need not be
     * done again, unless it repeats.
     */
    void set(Incident incident, Collection<SystemView> register, ReportingClocks policy, Instant now) {
        List<IncidentClock> present = clocks.of(incident.id);
        int measurement = measurement(incident);
        Map<String, IncidentClock> met = met(present, measurement);
        List<IncidentClock> wanted = new ArrayList<>();
        for (ReportingClocks.Clock asked : policy.clocks()) {
            Instant start = start(incident, asked.from());
            if (start == null || !Telling.applies(asked.when(), incident, register)) {
                continue;
            }
            IncidentClock done = met.get(asked.kind());
            if (done == null) {
                wanted.add(fresh(incident, measurement, policy, asked, start, now));
            } else if (asked.repeatMinutes() != null && done.metAt != null) {
                wanted.add(done.again(Ids.at(now), asked.repeatMinutes(), done.metAt));
            }
        }
        settle(
                present.stream()
                        .filter(clock -> clock.state.isOpen() && !clock.afterRecovery)
                        .toList(),
                wanted,
                now);
    }

    /** Open clocks give way to those that are wanted; one that is among them goes on, and is told of once. */
    private void settle(List<IncidentClock> open, List<IncidentClock> wanted, Instant now) {
        List<IncidentClock> begin = new ArrayList<>(wanted);
        for (IncidentClock clock : open) {
            if (begin.removeIf(clock::goesOnAs)) {
                continue;
            }
            clock.cancel(now);
        }
        clocks.flush(); // the index allows one open clock of a kind
        clocks.persist(begin);
    }

    /** Only one that was opened again has more than one; the first is not asked of the database. */
    int measurement(Incident incident) {
        return incident.reopenedAt == null
                ? 1
                : periods.current(incident.id).key.n();
    }

    /** What has been met in a measurement, by kind. */
    private static Map<String, IncidentClock> met(List<IncidentClock> present, int measurement) {
        return present.stream()
                .filter(clock -> clock.state == State.MET && clock.measurement == measurement)
                .collect(Collectors.toMap(clock -> clock.kind, Function.identity(), (earlier, later) -> later));
    }

    /**
     * Sets the clocks that run from recovery to what the grade in force asks for; they go on when the incident is closed.
     * What has been done since this recovery need not be done again.
     */
    void recovered(
            Incident incident, Collection<SystemView> register, ReportingClocks policy, Instant at, Instant now) {
        List<IncidentClock> present = clocks.of(incident.id);
        int measurement = measurement(incident);
        Map<String, IncidentClock> met = met(present, measurement);
        List<IncidentClock> wanted = policy.clocks().stream()
                .filter(asked -> asked.from() == ReportingClocks.From.RECOVERY)
                .filter(asked -> !met.containsKey(asked.kind()))
                .filter(asked -> Telling.applies(asked.when(), incident, register))
                .map(asked -> fresh(incident, measurement, policy, asked, at, now))
                .toList();
        settle(
                present.stream()
                        .filter(clock -> clock.state.isOpen() && (clock.afterRecovery || clock.repeatMinutes != null))
                        .toList(),
                wanted,
                now);
    }

    /** It had not recovered after all: what ran from the recovery stops. */
    void reopened(Incident incident, Instant now) {
        clocks.of(incident.id).stream()
                .filter(clock -> clock.state.isOpen() && clock.afterRecovery)
                .forEach(clock -> clock.cancel(now));
        clocks.flush();
    }

    /** What was met at that moment is not met after all, and runs on from where it would be. */
    void unmeet(Incident incident, String kind, Instant metAt) {
        clocks.of(incident.id).stream()
                .filter(clock -> clock.kind.equals(kind) && metAt.equals(clock.metAt))
                .forEach(IncidentClock::resume);
    }

    /** What was ended at that moment runs on from where it would be. */
    void resume(Incident incident, Instant endedAt) {
        clocks.of(incident.id).stream()
                .filter(clock -> endedAt.equals(clock.endedAt))
                .forEach(IncidentClock::resume);
    }

    /** Ends what is open: it is closed or cancelled. Clocks after recovery have a life of their own. */
    void end(Incident incident, boolean withAfterRecovery, Instant now) {
        clocks.of(incident.id).stream()
                .filter(clock -> clock.state.isOpen() && (withAfterRecovery || !clock.afterRecovery))
                .forEach(clock -> clock.cancel(now));
    }

    /** Marks the open clock of a kind as met; a repeating one starts again. Refuses (409) when none is open. */
    IncidentClock meet(Incident incident, String kind, Instant at, String by, @Nullable String how) {
        IncidentClock clock = clocks.open(incident.id, kind)
                .orElseThrow(() -> new Refusal(IncidentError.NO_SUCH_CLOCK, Map.of("kind", kind)));
        clock.meet(at, by, how);
        if (clock.repeatMinutes != null && incident.state == IncidentState.OPEN) {
            clocks.flush();
            clocks.persist(clock.again(Ids.at(at), clock.repeatMinutes, at));
        }
        return clock;
    }

    /** Marks it as met if one is open. */
    void meetIfOpen(Incident incident, String kind, Instant at, String by) {
        if (clocks.open(incident.id, kind).isPresent()) {
            meet(incident, kind, at, by, null);
        }
    }

    private static @Nullable Instant start(Incident incident, ReportingClocks.From from) {
        return switch (from) {
            case DETECTION -> incident.detection();
            case RECOGNITION -> incident.recognition();
            case RECOVERY -> null;
        };
    }

    private IncidentClock fresh(
            Incident incident,
            int measurement,
            ReportingClocks policy,
            ReportingClocks.Clock asked,
            Instant start,
            Instant now) {
        IncidentClock.Span span = new IncidentClock.Span(start, due(asked, start));
        IncidentClock clock = new IncidentClock(
                Ids.at(now), incident.id, asked.kind(), asked.name(), span, IncidentClock.Policy.of(policy));
        clock.measurement = measurement;
        clock.repeatMinutes = asked.repeatMinutes();
        clock.afterRecovery = asked.from() == ReportingClocks.From.RECOVERY;
        return clock;
    }

    private Instant due(ReportingClocks.Clock asked, Instant start) {
        return switch (asked.unit()) {
            case MINUTES -> start.plus(Duration.ofMinutes(asked.amount()));
            case WORKING_DAYS -> endOf(start, Length.workingDays(asked.amount()));
            case MONTHS -> endOf(start, Length.months(asked.amount()));
            case NEXT_WORKING_DAY -> calendar.endOfNextWorkingDay(start);
            case NEXT_MONTH -> {
                LocalDate first = LocalDate.ofInstant(start, Zones.SEOUL).withDayOfMonth(1);
                yield first.plusMonths(2).atStartOfDay(Zones.SEOUL).toInstant();
            }
        };
    }

    private Instant endOf(Instant start, Length length) {
        return Term.starting(start, length, calendar).dueAt().orElseThrow();
    }
}
