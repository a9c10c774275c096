package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of an incident as they are kept, beside what follows from its events alone.
 *
 * @param asOf when they were compared
 * @param events how many events they follow from
 * @param deviations where the two differ; empty when all is well
 */
record ClockCheck(String number, Instant asOf, int events, List<Deviation> deviations) {

    ClockCheck {
        deviations = List.copyOf(deviations);
    }

    /**
     * A clock that is not what its events say.
     *
     * @param kept as it is kept, null when it is missing
     * @param computed as it should be, null when it should not be there
     */
    record Deviation(
            String kind,
            int measurement,
            @Nullable ClockLine kept,
            @Nullable ClockLine computed) {}

    /** Whether the two agree. */
    @JsonProperty("equal")
    public boolean equal() {
        return deviations.isEmpty();
    }

    /** Compares at an instant, so that what only time does, looked at or not, is no difference. */
    static List<Deviation> compare(
            ClockMachine machine, UUID incident, List<ClockEvent> events, List<ClockLine> kept, Instant now) {
        List<ClockLine> computed = new ArrayList<>(machine.recompute(incident, events).stream()
                .map(clock -> ClockLine.of(clock).at(now))
                .toList());
        List<ClockLine> others = new ArrayList<>();
        for (ClockLine line : kept) {
            if (!computed.remove(line.at(now))) {
                others.add(line);
            }
        }
        others.sort(Comparator.comparing(ClockLine::startedAt));
        List<Deviation> deviations = new ArrayList<>();
        for (ClockLine line : others) {
            ClockLine meant = computed.stream()
                    .filter(each -> each.kind().equals(line.kind()) && each.measurement() == line.measurement())
                    .min(Comparator.comparing(
                                    (ClockLine each) -> !each.startedAt().equals(line.startedAt()))
                            .thenComparing(each -> each.state() != line.state()))
                    .orElse(null);
            computed.remove(meant);
            deviations.add(new Deviation(line.kind(), line.measurement(), line, meant));
        }
        computed.forEach(line -> deviations.add(new Deviation(line.kind(), line.measurement(), null, line)));
        return deviations;
    }
}
