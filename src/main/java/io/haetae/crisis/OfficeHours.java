package io.haetae.crisis;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Minutes during which counters are open: on working days, between two times of day. */
record OfficeHours(WorkingCalendar calendar, LocalTime opens, LocalTime closes) {

    /** Open minutes between two instants. */
    long minutes(Instant from, Instant until) {
        long minutes = 0;
        LocalDate last = LocalDate.ofInstant(until, Zones.SEOUL);
        for (LocalDate day = LocalDate.ofInstant(from, Zones.SEOUL); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                Instant begin =
                        later(from, day.atTime(opens).atZone(Zones.SEOUL).toInstant());
                Instant end =
                        earlier(until, day.atTime(closes).atZone(Zones.SEOUL).toInstant());
                minutes += Math.max(0, Duration.between(begin, end).toMinutes());
            }
        }
        return minutes;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
