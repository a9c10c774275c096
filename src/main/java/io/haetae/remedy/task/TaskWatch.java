package io.haetae.remedy.task;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of monthly reports that were not sent. */
@ApplicationScoped
class TaskWatch implements Watched {

    private final Sql sql;

    TaskWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select p.number, k.number as task, m.next_at
                  from remedy_task_month m
                  join remedy_task k on k.id = m.task
                  join remedy_programme p on p.id = k.programme
                 where m.next_at < ? order by m.next_at limit ?""",
                row -> new Late(
                        "policy-task",
                        row.getString("task"),
                        ProgrammeService.SUBJECT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                most);
    }
}
