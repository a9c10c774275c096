package io.haetae.grading;

import io.haetae.grading.Availability.Spell;
import io.haetae.kernel.Zones;
import io.haetae.register.Outages;
import io.haetae.register.PlannedWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Measures systems over a time, as far as it has gone. Two statements, however many systems. */
@ApplicationScoped
class ServiceLevels {

    private final Outages outages;
    private final PlannedWork planned;

    ServiceLevels(Outages outages, PlannedWork planned) {
        this.outages = outages;
        this.planned = planned;
    }

    /**
     * The availability of each of the systems.
     *
     * @param counts which failures count
     */
    Map<UUID, Availability> of(Collection<UUID> systems, YearMonth month, Set<String> counts, Instant now) {
        return between(systems, month.atDay(1), month.plusMonths(1).atDay(1), counts, now);
    }

    /** The same from one day to another, which is the first that does not belong to it. */
    Map<UUID, Availability> between(
            Collection<UUID> systems, LocalDate first, LocalDate after, Set<String> counts, Instant now) {
        Instant from = first.atStartOfDay(Zones.SEOUL).toInstant();
        Instant end = after.atStartOfDay(Zones.SEOUL).toInstant();
        Instant until = end.isAfter(now) ? now : end;
        Map<UUID, Availability> levels = new HashMap<>();
        if (!until.isAfter(from)) {
            return levels;
        }
        Map<UUID, List<Spell>> failed = outages.each(systems, from, until).stream()
                .filter(one -> counts.contains(one.service()))
                .collect(Collectors.groupingBy(
                        Outages.Downtime::system,
                        Collectors.mapping(one -> new Spell(one.from(), one.until()), Collectors.toList())));
        Map<UUID, List<Spell>> work = planned.of(systems, from, until).stream()
                .collect(Collectors.groupingBy(
                        PlannedWork.Window::system,
                        Collectors.mapping(one -> new Spell(one.from(), one.until()), Collectors.toList())));
        for (UUID system : systems) {
            levels.put(
                    system,
                    Availability.of(
                            from, until, failed.getOrDefault(system, List.of()), work.getOrDefault(system, List.of())));
        }
        return levels;
    }
}
