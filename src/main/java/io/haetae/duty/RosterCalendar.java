package io.haetae.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody on duty of an institution, week by week: a line for each layer of each roster, a column for each day.
 *
 * @param frame the days, and where the pages before and after lie
 * @param weeks in order
 */
record RosterCalendar(DutyCalendar frame, List<Week> weeks) {

    RosterCalendar {
        weeks = List.copyOf(weeks);
    }

    /** Seven days, Monday first. */
    record Week(List<DutyCalendar.Day> days, List<Line> lines) {

        Week {
            days = List.copyOf(days);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One layer of one roster in a week.
     *
     * @param name team and roster
     * @param layers how many layers the roster has
     */
    record Line(UUID roster, String name, DutyFunction function, int layer, int layers, List<Cell> cells) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One day of a layer.
     *
     * @param begun false before its first turn: nobody was to be on duty
     * @param gaps stretches of the day in which nobody is, in order
     */
    record Cell(LocalDate date, boolean begun, List<ShiftView> shifts, List<Gap> gaps) {

        Cell {
            shifts = List.copyOf(shifts);
            gaps = List.copyOf(gaps);
        }
    }

    /** A stretch in which nobody is on duty. */
    record Gap(Instant from, Instant until) {}

    /**
     * The stretches of a span that no shift with a person covers.
     *
     * @param begins when the layer's first turn began; what lies before is no gap; null when it has none
     */
    static List<Gap> gaps(List<ShiftView> shifts, Instant from, Instant until, @Nullable Instant begins) {
        if (begins == null || !begins.isBefore(until)) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        Instant covered = begins.isAfter(from) ? begins : from;
        List<ShiftView> held = shifts.stream()
                .filter(shift -> shift.person() != null)
                .sorted(Comparator.comparing(ShiftView::from))
                .toList();
        for (ShiftView shift : held) {
            if (shift.from().isAfter(covered) && covered.isBefore(until)) {
                gaps.add(new Gap(covered, shift.from().isBefore(until) ? shift.from() : until));
            }
            covered = shift.until().isAfter(covered) ? shift.until() : covered;
        }
        if (covered.isBefore(until)) {
            gaps.add(new Gap(covered, until));
        }
        return gaps;
    }
}
