package io.haetae.remedy.task;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.remedy.Reminders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** Opens the months of which reports are owed. */
@ApplicationScoped
class Opening {

    /** Product default. */
    static final Duration[] BEFORE = {Duration.ofDays(3)};

    private final TaskStore tasks;
    private final MonthStore months;
    private final WorkingCalendar calendar;

    Opening(TaskStore tasks, MonthStore months, WorkingCalendar calendar) {
        this.tasks = tasks;
        this.months = months;
        this.calendar = calendar;
    }

    /** Opens every month from one to the present one. Doing it twice changes nothing. */
    void open(UUID task, YearMonth from, Instant now) {
        YearMonth present = ReportMonths.of(now);
        for (YearMonth month = from; !month.isAfter(present); month = month.plusMonths(1)) {
            Instant dueAt = ReportMonths.dueAt(month, calendar);
            months.open(task, month, dueAt, Reminders.next(dueAt, now, BEFORE));
        }
        tasks.openedUntil(task, present);
    }

    /** When an office is reminded next of the present month. */
    Instant nextOf(YearMonth month, Instant now) {
        return Reminders.next(ReportMonths.dueAt(month, calendar), now, BEFORE);
    }
}
