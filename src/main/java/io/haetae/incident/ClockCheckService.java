package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes the clocks of an incident from its events alone, says where those that are kept differ, and sets them right. */
@ApplicationScoped
class ClockCheckService {

    private final Incidents incidents;
    private final Clocks clocks;
    private final ClockEvents events;
    private final ReportingClockwork clockwork;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    ClockCheckService(
            Incidents incidents,
            Clocks clocks,
            ClockEvents events,
            ReportingClockwork clockwork,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.events = events;
        this.clockwork = clockwork;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /** Compares; changes nothing. */
    @Transactional
    public ClockCheck check(String number, Actor actor) {
        Incident incident = incidents.read(number, actor);
        return check(incident, clocks.of(incident.id), clock.instant());
    }

    private ClockCheck check(Incident incident, List<IncidentClock> kept, Instant now) {
        List<ClockEvent> happened = events.of(incident);
        List<ClockLine> lines = kept.stream().map(ClockLine::of).toList();
        return new ClockCheck(
                incident.number,
                now,
                happened.size(),
                ClockCheck.compare(clockwork.machine(), incident.id, happened, lines, now));
    }

    /**
     * Sets the clocks that differ to what the events say, and says what still differs. What is marked as done stays done,
     * and what was warned of or told as missed is not told again.
     */
    @Transactional
    public ClockCheck recompute(String number, String reason) {
        Actor actor = current.require(Verb.RECOMPUTE_CLOCKS.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        List<IncidentClock> kept = new ArrayList<>(clocks.claim(incident.id));
        ClockCheck found = check(incident, kept, now);
        if (found.equal()) {
            return found;
        }
        Map<Boolean, List<ClockCheck.Deviation>> byOpen = found.deviations().stream()
                .collect(Collectors.partitioningBy(deviation -> deviation.computed() != null
                        && deviation.computed().state().isOpen()));
        settle(incident, kept, byOpen.getOrDefault(false, List.of()), now); // one kind is open once
        settle(incident, kept, byOpen.getOrDefault(true, List.of()), now);
        List<String> kinds = found.deviations().stream()
                .map(ClockCheck.Deviation::kind)
                .distinct()
                .sorted()
                .toList();
        chronicle.write(
                incident,
                Verb.RECOMPUTE_CLOCKS.rule(),
                "CLOCKS_RECOMPUTED",
                now,
                now,
                Map.of("count", kinds.size(), "kinds", kinds, "reason", reason));
        return check(incident, clocks.of(incident.id), now);
    }

    private void settle(
            Incident incident, List<IncidentClock> kept, List<ClockCheck.Deviation> deviations, Instant now) {
        for (ClockCheck.Deviation deviation : deviations) {
            IncidentClock row = row(kept, deviation.kept());
            if (row != null) {
                settle(row, deviation.computed(), now);
            } else if (deviation.computed() != null) {
                clocks.persist(unsaid(deviation.computed()).clock(Ids.at(now), incident.id));
            }
        }
        clocks.flush();
    }

    private static @Nullable IncidentClock row(List<IncidentClock> kept, @Nullable ClockLine line) {
        return kept.stream()
                .filter(clock -> ClockLine.of(clock).equals(line))
                .findFirst()
                .orElse(null);
    }

    private static void settle(IncidentClock row, @Nullable ClockLine computed, Instant now) {
        if (row.state == IncidentClock.State.MET) {
            return;
        }
        if (computed == null) {
            row.cancel(now);
            return;
        }
        boolean told = row.state.isOpen() && computed.state().isOpen() && row.state.compareTo(computed.state()) < 0;
        IncidentClock.State said = row.state;
        computed.write(row);
        row.runsUnder(new IncidentClock.Policy(computed.ruleSet(), computed.version(), computed.failureGrade()));
        if (told) { // it is further than anybody was told: the sweep tells
            computed.in(said).write(row);
        }
    }

    /** One that was missing has told nobody yet. */
    private static ClockLine unsaid(ClockLine line) {
        return line.state().isOpen() ? line.in(IncidentClock.State.RUNNING) : line;
    }
}
