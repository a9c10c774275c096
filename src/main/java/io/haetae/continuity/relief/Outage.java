package io.haetae.continuity.relief;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a system was down.
 *
 * @param from when it failed
 * @param until when it ran again, null while it does not
 */
public record Outage(Instant from, @Nullable Instant until) {

    public Outage {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("an outage cannot end at " + until + " before it begins at " + from);
        }
    }

    /** Outages that overlap or meet are one, so that no time counts twice; in order. */
    public static List<Outage> merged(Collection<Outage> outages) {
        List<Outage> merged = new ArrayList<>();
        for (Outage next :
                outages.stream().sorted(Comparator.comparing(Outage::from)).toList()) {
            Outage last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.reaches(next.from)) {
                merged.set(merged.size() - 1, new Outage(last.from, later(last.until, next.until)));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** Whether it still lasted at an instant, its very end included. */
    boolean reaches(Instant instant) {
        return until == null || !until.isBefore(instant);
    }

    /** Whether an instant lies within it, its very end not. */
    boolean holds(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    /** Whether it lasted during some part of a day in Seoul. */
    boolean touches(LocalDate day) {
        Instant begin = day.atStartOfDay(Zones.SEOUL).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
        return from.isBefore(end) && (until == null || until.isAfter(begin));
    }

    /** Every day it touched, from the first to the day it ended; only of one that has ended. */
    Stream<LocalDate> days() {
        if (until == null) {
            throw new IllegalStateException("it has not ended");
        }
        LocalDate first = LocalDate.ofInstant(from, Zones.SEOUL);
        LocalDate last = until.equals(from) ? first : LocalDate.ofInstant(until.minusNanos(1), Zones.SEOUL);
        return first.datesUntil(last.plusDays(1));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
