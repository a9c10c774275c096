package io.haetae.change;

import io.haetae.kernel.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a window is: once, or on every day of its recurrence at the same time in Seoul and for as long.
 *
 * @param from beginning of the first occurrence
 * @param until its end
 * @param rule on which days it comes again, null for once
 * @param endedAt from then on there is none any more, null while it was not ended
 */
record Schedule(
        Instant from,
        Instant until,
        @Nullable Recurrence rule,
        @Nullable Instant endedAt) {

    /** Occurrences that have a moment in common with the span, in order. */
    List<Occurrence> between(Instant begin, Instant end) {
        return starts(begin, end)
                .map(this::occurrence)
                .filter(one -> one.from().isBefore(end) && one.until().isAfter(begin))
                .filter(one -> endedAt == null || one.from().isBefore(endedAt))
                .map(one -> endedAt == null ? one : one.endingBy(endedAt))
                .filter(one -> one.until().isAfter(begin))
                .toList();
    }

    /** The occurrence in which the moment lies; the one that ends last, should two overlap. */
    Optional<Occurrence> at(Instant moment) {
        return between(moment, moment.plusNanos(1)).stream().reduce((earlier, later) -> later);
    }

    /** The occurrence of the moment, or the next after it. */
    Optional<Occurrence> next(Instant moment) {
        return between(moment, lastAt().plusNanos(1)).stream().findFirst();
    }

    /** When the last occurrence ends, whether or not it was ended before. */
    Instant lastAt() {
        if (rule == null) {
            return until;
        }
        LocalDate day = rule.until();
        while (day.isAfter(first()) && !rule.fallsOn(first(), day)) {
            day = day.minusDays(1);
        }
        return occurrence(day).until();
    }

    /** Whether the first occurrence is one of the recurrence. */
    boolean beginsAsItGoesOn() {
        return rule == null || rule.fallsOn(first(), first());
    }

    private Stream<LocalDate> starts(Instant begin, Instant end) {
        if (rule == null) {
            return Stream.of(first());
        }
        Recurrence series = rule;
        LocalDate earliest = day(begin.minus(length()));
        LocalDate latest = day(end);
        LocalDate low = earliest.isAfter(first()) ? earliest : first();
        LocalDate high = latest.isBefore(series.until()) ? latest : series.until();
        return low.isAfter(high)
                ? Stream.empty()
                : low.datesUntil(high.plusDays(1)).filter(day -> series.fallsOn(first(), day));
    }

    private Occurrence occurrence(LocalDate day) {
        ZonedDateTime start = from.atZone(Zones.SEOUL);
        Instant begins = day.atTime(start.toLocalTime()).atZone(Zones.SEOUL).toInstant();
        return new Occurrence(begins, begins.plus(length()));
    }

    private Duration length() {
        return Duration.between(from, until);
    }

    private LocalDate first() {
        return day(from);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Zones.SEOUL);
    }
}
