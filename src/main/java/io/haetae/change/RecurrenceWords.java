package io.haetae.change;

import io.haetae.change.Recurrence.DayOfMonth;
import io.haetae.change.Recurrence.DaysOfWeek;
import io.haetae.change.Recurrence.NthDayOfWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * A recurrence as a page puts it into words.
 *
 * @param kind which sentence: WEEKLY, MONTHLY_DATE, MONTHLY_LAST_DATE, MONTHLY_DAY, MONTHLY_LAST_DAY
 * @param days of the week it names
 * @param nth the day of the month, or which such day of the week
 */
public record RecurrenceWords(String kind, int interval, List<DayOfWeek> days, int nth, LocalDate until) {

    static RecurrenceWords of(Recurrence rule) {
        Recurrence.Pattern every = rule.every();
        if (every instanceof DaysOfWeek week) {
            return new RecurrenceWords("WEEKLY", rule.interval(), List.copyOf(week.days()), 0, rule.until());
        }
        if (every instanceof NthDayOfWeek nth) {
            String kind = nth.nth() == Recurrence.LAST ? "MONTHLY_LAST_DAY" : "MONTHLY_DAY";
            return new RecurrenceWords(kind, rule.interval(), List.of(nth.day()), nth.nth(), rule.until());
        }
        int day = ((DayOfMonth) every).day();
        String kind = day == Recurrence.LAST ? "MONTHLY_LAST_DATE" : "MONTHLY_DATE";
        return new RecurrenceWords(kind, rule.interval(), List.of(), day, rule.until());
    }

    /** Whether it comes in every week or month. */
    public boolean isEvery() {
        return interval == 1;
    }
}
