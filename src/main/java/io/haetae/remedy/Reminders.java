package io.haetae.remedy;

import io.haetae.kernel.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** When people are reminded of what is due: so long before, when it is due, then every week (product default). */
public final class Reminders {

    private static final Duration WEEK = Duration.ofDays(7);

    private Reminders() {}

    /** The next reminder after now. */
    public static Instant next(Instant dueAt, Instant now, Duration... before) {
        return Stream.concat(Stream.of(before).sorted(Comparator.reverseOrder()), Stream.of(Duration.ZERO))
                .map(dueAt::minus)
                .filter(now::isBefore)
                .findFirst()
                .orElseGet(() -> now.plus(WEEK));
    }

    /** The first reminder: when three quarters of the time from then on are gone, or one of the others where that is earlier. */
    public static Instant first(Instant from, Instant dueAt, Instant now, Duration... before) {
        Instant warn = from.plus(Duration.between(from, dueAt).multipliedBy(3).dividedBy(4));
        Instant next = next(dueAt, now, before);
        return warn.isAfter(now) && warn.isBefore(next) ? warn : next;
    }

    /** The last day on which it is in time: the day before the first instant that is too late. */
    public static LocalDate lastDay(Instant dueAt) {
        return LocalDate.ofInstant(dueAt.minusNanos(1), Zones.SEOUL);
    }

    /** The first instant after a day. */
    public static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
    }
}
