package io.haetae.incident;

import io.haetae.incident.IncidentClock.State;
import io.haetae.rule.ReportingClocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of one incident, and what else counts for them: when people paused them, and which states it was in. */
final class ClockBook {

    /** A time during which a clock stands still: until then, or for as long as its incident is in that state. */
    record Standing(
            Instant from,
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String reason) {}

    /** The incident was in a state from an instant on. */
    private record Stay(IncidentState state, Instant from) {}

    private final UUID incident;
    private final List<IncidentClock> clocks;
    private final List<IncidentClock> begun = new ArrayList<>();
    private final Map<String, List<Standing>> pauses = new HashMap<>();
    private final List<Stay> stays = new ArrayList<>();

    /** A book with clocks as they are kept, after everything that happened so far. */
    ClockBook(UUID incident, List<IncidentClock> kept, List<ClockEvent> soFar) {
        this.incident = incident;
        this.clocks = new ArrayList<>(kept);
        soFar.forEach(this::remember);
    }

    UUID incident() {
        return incident;
    }

    List<IncidentClock> clocks() {
        return clocks;
    }

    /** Those that were not there when the book was opened. */
    List<IncidentClock> begun() {
        return begun;
    }

    void begin(IncidentClock clock) {
        clocks.add(clock);
        begun.add(clock);
    }

    List<IncidentClock> open() {
        return clocks.stream().filter(clock -> clock.state.isOpen()).toList();
    }

    Optional<IncidentClock> open(String kind) {
        return open().stream().filter(clock -> clock.kind.equals(kind)).findFirst();
    }

    /** What was met in a measurement, by kind; the one that was due last where it repeats. */
    Map<String, IncidentClock> met(int measurement) {
        Map<String, IncidentClock> met = new HashMap<>();
        clocks.stream()
                .filter(clock -> clock.state == State.MET && clock.measurement == measurement)
                .sorted(Comparator.comparing((IncidentClock clock) -> clock.dueAt)
                        .thenComparing(clock -> clock.startedAt))
                .forEach(clock -> met.put(clock.kind, clock));
        return met;
    }

    IncidentState state() {
        return stays.isEmpty()
                ? IncidentState.OPEN
                : stays.get(stays.size() - 1).state();
    }

    /** Takes note of what an event says beyond the clocks themselves. */
    void remember(ClockEvent event) {
        if (event instanceof ClockEvent.Asked asked) {
            stay(asked.basis().state(), asked.at());
        } else if (event instanceof ClockEvent.Ended ended) {
            stay(ended.state(), ended.at());
        } else if (event instanceof ClockEvent.Continued) {
            stay(IncidentState.RECOVERED, event.at());
        } else if (event instanceof ClockEvent.TakenOver taken && taken.state() != null) {
            stay(taken.state(), taken.at());
        } else if (event instanceof ClockEvent.Paused paused) {
            pauses.computeIfAbsent(paused.kind(), kind -> new ArrayList<>())
                    .add(new Standing(paused.at(), paused.until(), paused.by(), paused.reason()));
        } else if (event instanceof ClockEvent.Resumed resumed) {
            pauses.getOrDefault(resumed.kind(), new ArrayList<>())
                    .replaceAll(standing -> endedBy(standing, resumed.at()));
            pauses.values()
                    .forEach(some -> some.removeIf(standing -> standing.from().equals(standing.until())));
        }
    }

    private void stay(IncidentState state, Instant from) {
        if (stays.isEmpty() || stays.get(stays.size() - 1).state() != state) {
            stays.add(new Stay(state, from));
        }
    }

    private static Standing endedBy(Standing standing, Instant at) {
        boolean before = standing.until() != null && !standing.until().isAfter(at);
        return before ? standing : new Standing(standing.from(), at, standing.by(), standing.reason());
    }

    /** Every time during which a clock of that sort stands still, in order. */
    List<Standing> standings(ReportingClocks.Clock asked) {
        ReportingClocks.Pausing pausing = asked.pause();
        if (pausing == null) {
            return List.of();
        }
        Stream<Standing> byPerson =
                pausing.byPerson() ? pauses.getOrDefault(asked.kind(), List.of()).stream() : Stream.empty();
        return Stream.concat(byPerson, inStates(pausing.states()).stream())
                .sorted(Comparator.comparing(Standing::from))
                .toList();
    }

    private List<Standing> inStates(List<String> states) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            Instant until = i + 1 < stays.size() ? stays.get(i + 1).from() : null;
            if (states.contains(stay.state().name()) && !stay.from().equals(until)) {
                standings.add(new Standing(stay.from(), until, null, null));
            }
        }
        return standings;
    }
}
