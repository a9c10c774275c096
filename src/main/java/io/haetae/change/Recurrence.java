package io.haetae.change;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days a window comes again: the part of the recurrence rules of RFC 5545 that maintenance needs. Every so many
 * weeks on some days of the week, or every so many months on a day of the month or on the n-th or last such day of the
 * week; a month without that day is passed over, as the RFC says. It always has a last day: quiet must end.
 *
 * @param every which days of a week or month
 * @param interval every so many weeks or months
 * @param until the last day on which it may begin
 */
public record Recurrence(Pattern every, int interval, LocalDate until) {

    static final int MOST_WEEKS = 52;
    static final int MOST_MONTHS = 24;

    /** Counts from the end of the month. */
    static final int LAST = -1;

    public Recurrence {
        int most = every instanceof DaysOfWeek ? MOST_WEEKS : MOST_MONTHS;
        if (interval < 1 || interval > most) {
            throw new IllegalArgumentException("INTERVAL is between 1 and " + most);
        }
    }

    /** Which days of a week or month. */
    public sealed interface Pattern {
        /** Whether the day is one of them. */
        boolean holds(LocalDate day);

        /** Whole weeks, or months, between those of the two days. */
        long unitsBetween(LocalDate first, LocalDate day);
    }

    /** Some days of each week; weeks begin on Monday. */
    public record DaysOfWeek(Set<DayOfWeek> days) implements Pattern {

        public DaysOfWeek {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("BYDAY names at least one day");
            }
            days = new TreeSet<>(days);
        }

        /** {@code days} and the one on which the series begins. */
        static DaysOfWeek with(List<DayOfWeek> days, LocalDate first) {
            Set<DayOfWeek> all = EnumSet.of(first.getDayOfWeek());
            all.addAll(days);
            return new DaysOfWeek(all);
        }

        @Override
        public boolean holds(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }

        @Override
        public long unitsBetween(LocalDate first, LocalDate day) {
            return ChronoUnit.WEEKS.between(monday(first), monday(day));
        }

        private static LocalDate monday(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    /**
     * One day of each month.
     *
     * @param day 1 to 31, or -1 for the last one
     */
    public record DayOfMonth(int day) implements Pattern {

        public DayOfMonth {
            if (day != LAST && (day < 1 || day > 31)) {
                throw new IllegalArgumentException("BYMONTHDAY is 1 to 31, or -1");
            }
        }

        @Override
        public boolean holds(LocalDate at) {
            return at.getDayOfMonth() == (day == LAST ? at.lengthOfMonth() : day);
        }

        @Override
        public long unitsBetween(LocalDate first, LocalDate at) {
            return months(first, at);
        }
    }

    /**
     * The n-th such day of the week in each month.
     *
     * @param nth 1 to 5, or -1 for the last one
     */
    public record NthDayOfWeek(int nth, DayOfWeek day) implements Pattern {

        public NthDayOfWeek {
            if (nth != LAST && (nth < 1 || nth > 5)) {
                throw new IllegalArgumentException("BYDAY of a month is 1 to 5, or -1, and a day");
            }
        }

        @Override
        public boolean holds(LocalDate at) {
            boolean place =
                    nth == LAST ? at.getDayOfMonth() + 7 > at.lengthOfMonth() : (at.getDayOfMonth() - 1) / 7 + 1 == nth;
            return place && at.getDayOfWeek() == day;
        }

        @Override
        public long unitsBetween(LocalDate first, LocalDate at) {
            return months(first, at);
        }
    }

    private static long months(LocalDate first, LocalDate day) {
        return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
    }

    /** Whether a series that begins on {@code first} comes on the day. */
    public boolean fallsOn(LocalDate first, LocalDate day) {
        return !day.isBefore(first)
                && !day.isAfter(until)
                && every.holds(day)
                && every.unitsBetween(first, day) % interval == 0;
    }
}
