package io.haetae.remedy.task;

import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.YearMonth;

/** Of which month a report is owed when: by the end of the fifth working day of the next one (product default). */
final class ReportMonths {

    private static final Length DAYS = Length.workingDays(5);

    private ReportMonths() {}

    /** The first instant at which the report of a month is late. */
    static Instant dueAt(YearMonth month, WorkingCalendar calendar) {
        Instant last = month.atEndOfMonth().atStartOfDay(Zones.SEOUL).toInstant();
        return Term.starting(last, DAYS, calendar).dueAt().orElseThrow();
    }

    /** The month in which an instant lies. */
    static YearMonth of(Instant at) {
        return YearMonth.from(at.atZone(Zones.SEOUL));
    }
}
