package io.haetae.incident;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.incident.IncidentClock.State;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the deadlines of an incident: writes down what moves them and carries it out; the machine says what that means. */
@ApplicationScoped
class ReportingClockwork {

    static final String ACKNOWLEDGE = "ACKNOWLEDGE";

    private final Clocks clocks;
    private final ClockEvents events;
    private final Periods periods;
    private final RuleSets rules;
    private final Chronicle chronicle;
    private final ClockMachine machine;

    ReportingClockwork(
            Clocks clocks,
            ClockEvents events,
            Periods periods,
            RuleSets rules,
            Chronicle chronicle,
            WorkingCalendar calendar) {
        this.clocks = clocks;
        this.events = events;
        this.periods = periods;
        this.rules = rules;
        this.chronicle = chronicle;
        this.machine = new ClockMachine(rules(), calendar);
    }

    ClockMachine machine() {
        return machine;
    }

    ClockRules rules() {
        return (ruleSet, version, grade) -> rules.reportingClocks(RuleRef.pinned(ruleSet, version), grade);
    }

    /**
     * Sets the clocks to what the rules ask for now: open ones of another grade end, those that are due now start from
     * where they would have started, and one that would be the same goes on.
     */
    void ask(Incident incident, Collection<SystemView> register, ReportingClocks policy, Instant now) {
        apply(incident, new ClockEvent.Asked(now, basis(incident, register, policy)), now);
    }

    /** The same, if what the rules look at has changed since they were asked last. */
    void askAgain(Incident incident, Collection<SystemView> register, ReportingClocks policy, Instant now) {
        ClockEvent.Basis basis = basis(incident, register, policy);
        Optional<ClockEvent.Basis> last = events.of(incident).stream()
                .filter(ClockEvent.Asked.class::isInstance)
                .map(event -> ((ClockEvent.Asked) event).basis())
                .reduce((earlier, later) -> later);
        if (!last.equals(Optional.of(basis))) {
            apply(incident, new ClockEvent.Asked(now, basis), now);
        }
    }

    private ClockEvent.Basis basis(Incident incident, Collection<SystemView> register, ReportingClocks policy) {
        return new ClockEvent.Basis(
                incident.state,
                incident.detection(),
                incident.recognition(),
                incident.recoveredAt,
                policy.failureGrade(),
                policy.ruleSet(),
                policy.version(),
                Arrays.stream(ReportingClocks.Condition.values())
                        .filter(condition -> Telling.applies(condition, incident, register))
                        .collect(Collectors.toSet()),
                measurement(incident));
    }

    /** Only one that was opened again has more than one; the first is not asked of the database. */
    int measurement(Incident incident) {
        return incident.reopenedAt == null
                ? 1
                : periods.current(incident.id).key.n();
    }

    /** What was met at that moment is not met after all, and runs on from where it would be. */
    void unmeet(Incident incident, String kind, Instant metAt, Instant now) {
        apply(incident, new ClockEvent.Unmet(now, kind, metAt), now);
    }

    /** What was ended at that moment runs on from where it would be. */
    void resume(Incident incident, Instant endedAt, Instant now) {
        apply(incident, new ClockEvent.Continued(now, endedAt), now);
    }

    /** Ends what is open: it is closed or cancelled. Clocks after recovery have a life of their own. */
    void end(Incident incident, boolean withAfterRecovery, Instant now) {
        apply(incident, new ClockEvent.Ended(now, incident.state, withAfterRecovery), now);
    }

    /** Marks the open clock of a kind as met; a repeating one starts again. Refuses (409) when none is open. */
    IncidentClock meet(Incident incident, String kind, Instant at, String by, @Nullable String how, Instant now) {
        IncidentClock clock = open(incident, kind);
        apply(incident, new ClockEvent.Met(now, kind, at, by, how), now);
        return clock;
    }

    /** Marks it as met if one is open. */
    void meetIfOpen(Incident incident, String kind, Instant at, String by, Instant now) {
        if (clocks.open(incident.id, kind).isPresent()) {
            meet(incident, kind, at, by, null, now);
        }
    }

    /** The open clock of a kind, or a refusal (409). */
    IncidentClock open(Incident incident, String kind) {
        return clocks.open(incident.id, kind)
                .orElseThrow(() -> new Refusal(IncidentError.NO_SUCH_CLOCK, Map.of("kind", kind)));
    }

    /** What was met belongs to the incident that takes this one in. The rows themselves are moved by the caller. */
    void handOver(Incident source, Incident survivor, int measurement, Instant now) {
        List<ClockLine> met = clocks.of(source.id).stream()
                .filter(clock -> clock.state == State.MET)
                .map(clock -> ClockLine.of(clock).in(measurement))
                .toList();
        events.add(survivor, new ClockEvent.TakenOver(now, null, met));
        events.add(source, new ClockEvent.GivenAway(now));
    }

    /** Writes an event down and carries it out. What had come to pass before it is told. */
    void apply(Incident incident, ClockEvent event, Instant now) {
        boolean first = incident.clocks.events == 0;
        List<IncidentClock> kept = first ? List.of() : clocks.claim(incident.id);
        ClockBook book = new ClockBook(incident.id, kept, first ? List.of() : events.of(incident));
        List<ClockMachine.Passed> passed = machine.apply(book, event);
        events.add(incident, event);
        if (!kept.isEmpty()) {
            clocks.flush(); // the index allows one open clock of a kind
        }
        clocks.persist(book.begun());
        passed.forEach(each -> tell(incident, each.clock(), each.state(), now));
    }

    /** A clock has come to a state by itself. */
    void tell(Incident incident, IncidentClock clock, State passed, Instant now) {
        Map<String, Object> data = Map.of(
                "kind", clock.kind, "nameKo", clock.nameKo, "nameEn", clock.nameEn, "dueAt", clock.dueAt.toString());
        chronicle.write(incident, "incident.clock-advanced", "CLOCK_" + passed, clock.when(passed), now, data);
    }
}
