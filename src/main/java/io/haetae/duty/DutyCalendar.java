package io.haetae.duty;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A week or a month of a roster as weeks of seven days, Monday first.
 *
 * @param view what it shows
 * @param first first day of the week or the month
 * @param weeks in order
 */
record DutyCalendar(View view, LocalDate first, List<List<Day>> weeks) {

    DutyCalendar {
        weeks = List.copyOf(weeks);
    }

    /** How much a calendar shows. */
    enum View {
        WEEK,
        MONTH
    }

    /**
     * One day.
     *
     * @param date the day
     * @param within false for days before and after the month
     * @param today whether it is the present day
     * @param off no working day
     * @param shifts that touch it, by begin
     */
    record Day(LocalDate date, boolean within, boolean today, boolean off, List<ShiftView> shifts) {

        Day {
            shifts = List.copyOf(shifts);
        }
    }

    /** The first day that the view of a date shows. */
    static LocalDate first(View view, LocalDate date) {
        LocalDate begin = view == View.WEEK ? date : date.withDayOfMonth(1);
        return begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The day after the last one that it shows. */
    static LocalDate end(View view, LocalDate date) {
        LocalDate last = view == View.WEEK ? date : YearMonth.from(date).atEndOfMonth();
        return last.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static DutyCalendar of(
            View view, LocalDate date, List<ShiftView> shifts, WorkingCalendar working, LocalDate today) {
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate monday = first(view, date); monday.isBefore(end(view, date)); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                boolean within = view == View.WEEK || YearMonth.from(day).equals(YearMonth.from(date));
                week.add(new Day(day, within, day.equals(today), !working.isWorkingDay(day), touching(shifts, day)));
            }
            weeks.add(List.copyOf(week));
        }
        return new DutyCalendar(view, view == View.WEEK ? first(view, date) : date.withDayOfMonth(1), weeks);
    }

    private static List<ShiftView> touching(List<ShiftView> shifts, LocalDate day) {
        Instant from = day.atStartOfDay(Zones.SEOUL).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
        return shifts.stream()
                .filter(shift -> shift.from().isBefore(until) && shift.until().isAfter(from))
                .toList();
    }

    /** The date that the link to what comes before shows. */
    public LocalDate before() {
        return view == View.WEEK ? first.minusWeeks(1) : first.minusMonths(1);
    }

    /** The date that the link to what comes after shows. */
    public LocalDate after() {
        return view == View.WEEK ? first.plusWeeks(1) : first.plusMonths(1);
    }
}
