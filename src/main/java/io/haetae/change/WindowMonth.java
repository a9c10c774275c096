package io.haetae.change;

import io.haetae.kernel.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A month of windows: whole weeks from Monday to Sunday.
 *
 * @param month shown
 * @param weeks of seven days each
 */
record WindowMonth(YearMonth month, List<List<Day>> weeks) {

    /**
     * One day.
     *
     * @param inMonth whether it belongs to the month, and not only to one of its weeks
     * @param windows that have a moment in common with it
     */
    record Day(LocalDate date, boolean inMonth, boolean today, List<WindowRow> windows) {}

    static Instant begin(YearMonth month) {
        return midnight(monday(month));
    }

    static Instant end(YearMonth month) {
        return midnight(month.atEndOfMonth()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .plusDays(1));
    }

    static WindowMonth of(YearMonth month, LocalDate today, List<WindowRow> windows) {
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate monday = monday(month); midnight(monday).isBefore(end(month)); monday = monday.plusDays(7)) {
            weeks.add(monday.datesUntil(monday.plusDays(7))
                    .map(day -> new Day(day, YearMonth.from(day).equals(month), day.equals(today), on(day, windows)))
                    .toList());
        }
        return new WindowMonth(month, weeks);
    }

    private static List<WindowRow> on(LocalDate day, List<WindowRow> windows) {
        return windows.stream()
                .filter(one -> one.from().isBefore(midnight(day.plusDays(1)))
                        && one.until().isAfter(midnight(day)))
                .toList();
    }

    private static LocalDate monday(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Zones.SEOUL).toInstant();
    }

    public YearMonth before() {
        return month.minusMonths(1);
    }

    public YearMonth after() {
        return month.plusMonths(1);
    }

    /** Whether nothing is planned. */
    public boolean isEmpty() {
        return weeks.stream().flatMap(List::stream).allMatch(day -> day.windows()
                .isEmpty());
    }
}
