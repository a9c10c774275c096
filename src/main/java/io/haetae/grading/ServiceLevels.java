package io.haetae.grading;

import io.haetae.grading.Availability.Spell;
import io.haetae.kernel.Zones;
import io.haetae.register.Outages;
import io.haetae.register.PlannedWork;
import io.haetae.register.ServiceSpan;
import io.haetae.register.ServiceSpans;
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

/**
 * Measures systems over a time, as far as it has gone and as far as they were in use: one that came into use later, or left
 * it before, has no figure. Three statements, however many systems.
 */
@ApplicationScoped
class ServiceLevels {

    private final Outages outages;
    private final PlannedWork planned;
    private final ServiceSpans spans;

    ServiceLevels(Outages outages, PlannedWork planned, ServiceSpans spans) {
        this.outages = outages;
        this.planned = planned;
        this.spans = spans;
    }

    /** A system's availability, and how many failures touched it. */
    record Level(Availability availability, int incidents) {}

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
        Map<UUID, Availability> levels = new HashMap<>();
        between(systems, from, end.isAfter(now) ? now : end, counts)
                .forEach((system, level) -> levels.put(system, level.availability()));
        return levels;
    }

    /** The same from one time to another, which is over. */
    Map<UUID, Level> between(Collection<UUID> systems, Instant from, Instant until, Set<String> counts) {
        Map<UUID, Level> levels = new HashMap<>();
        if (systems.isEmpty() || !until.isAfter(from)) {
            return levels;
        }
        Map<UUID, List<Outages.Downtime>> failed = outages.each(systems, from, until).stream()
                .filter(one -> counts.contains(one.service()))
                .collect(Collectors.groupingBy(Outages.Downtime::system));
        Map<UUID, List<Spell>> work = planned.of(systems, from, until).stream()
                .collect(Collectors.groupingBy(
                        PlannedWork.Window::system,
                        Collectors.mapping(one -> new Spell(one.from(), one.until()), Collectors.toList())));
        spans.of(systems).forEach((system, span) -> {
            Instant begin = span.begin(from);
            Instant end = span.end(until);
            if (end.isAfter(begin)) {
                List<Outages.Downtime> in = failed.getOrDefault(system, List.of()).stream()
                        .filter(one -> touches(one, begin, end))
                        .toList();
                levels.put(system, level(begin, end, span, in, work.getOrDefault(system, List.of())));
            }
        });
        return levels;
    }

    private static Level level(
            Instant begin, Instant end, ServiceSpan span, List<Outages.Downtime> failed, List<Spell> work) {
        List<Spell> lost = failed.stream()
                .map(one -> new Spell(span.begin(one.from()), one.until()))
                .toList();
        int incidents =
                (int) failed.stream().map(Outages.Downtime::source).distinct().count();
        return new Level(Availability.of(begin, end, lost, work), incidents);
    }

    private static boolean touches(Outages.Downtime one, Instant begin, Instant end) {
        return one.from().isBefore(end) && (one.until() == null || one.until().isAfter(begin));
    }
}
