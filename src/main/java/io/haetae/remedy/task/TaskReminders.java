package io.haetae.remedy.task;

import io.haetae.remedy.Reminders;
import io.haetae.remedy.task.MonthStore.Due;
import io.haetae.remedy.task.TaskStore.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens months and reminds of their reports, each in the transaction that claims it. Doing it twice changes nothing. */
@ApplicationScoped
class TaskReminders {

    private final TaskStore tasks;
    private final MonthStore months;
    private final Opening opening;
    private final TaskNotices notices;
    private final Clock clock;

    TaskReminders(TaskStore tasks, MonthStore months, Opening opening, TaskNotices notices, Clock clock) {
        this.tasks = tasks;
        this.months = months;
        this.opening = opening;
        this.notices = notices;
        this.clock = clock;
    }

    /** Opens the months that have begun. Says how many tasks it looked at. */
    @Transactional
    public int open(int most) {
        Instant now = clock.instant();
        YearMonth present = ReportMonths.of(now);
        List<Task> claimed = tasks.claimOpening(present, most);
        for (Task task : claimed) {
            opening.open(task.id(), task.openedUntil().plusMonths(1), now);
        }
        return claimed.size();
    }

    /** Reminds owners, and tells coordinators what is missing. Says how many months it looked at. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Due> claimed = months.claim(now, most);
        group(claimed, due -> due.task().toString()).forEach((task, due) -> notices.reminded(due, now));
        List<Due> late =
                claimed.stream().filter(due -> !now.isBefore(due.dueAt())).toList();
        group(late, Due::programme).forEach((programme, due) -> notices.missing(due, now));
        for (Due due : claimed) {
            months.reminded(due, Reminders.next(due.dueAt(), now, Opening.BEFORE));
        }
        return claimed.size();
    }

    private static Map<String, List<Due>> group(List<Due> all, Function<Due, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
