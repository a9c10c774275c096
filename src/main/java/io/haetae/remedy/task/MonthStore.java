package io.haetae.remedy.task;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The months of which reports are owed, and the reports. */
@ApplicationScoped
class MonthStore {

    private static final String COLUMNS = """
            select m.task, m.month, m.due_at, m.owed, r.revision, r.percent, r.state, r.done, r.coming, r.at, r.name,
                   r.institution, coalesce(r.late, false) as late
              from remedy_task_month m
              join remedy_task k on k.id = m.task""";

    /** The last report of a month only. */
    private static final String LAST = """
              left join lateral (select * from remedy_task_report l where l.task = m.task and l.month = m.month
                                  order by l.revision desc limit 1) r on true""";

    private static final String DUE = """
            select m.task, m.month, m.due_at, p.number as programme, p.title_ko as programme_ko, p.title_en as programme_en,
                   p.coordinator, p.exercise, k.number, k.title_ko, k.title_en, k.owner
              from remedy_task_month m
              join remedy_task k on k.id = m.task
              join remedy_programme p on p.id = k.programme""";

    private final Sql sql;

    MonthStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A month of a task, with a report of it.
     *
     * @param report null while there is none
     */
    record Month(UUID task, YearMonth month, Instant dueAt, boolean owed, TaskView.@Nullable Report report) {

        boolean isMissing(Instant now) {
            return owed && report == null && !now.isBefore(dueAt);
        }
    }

    /** A month of which a report is owed. */
    record Due(
            UUID task,
            String programme,
            LocalizedText programmeTitle,
            String coordinator,
            int number,
            LocalizedText title,
            String owner,
            YearMonth month,
            Instant dueAt,
            boolean exercise) {}

    /** Opens a month of a task; once. */
    void open(UUID task, YearMonth month, Instant dueAt, Instant nextAt) {
        sql.update("""
                insert into remedy_task_month (task, month, due_at, next_at) values (?, ?, ?, ?)
                on conflict (task, month) do nothing""", task, month.atDay(1), dueAt, nextAt);
    }

    /** The months of every task of a programme with their last reports, the oldest first. */
    List<Month> ofProgramme(UUID programme) {
        return sql.list(COLUMNS + " " + LAST + " where k.programme = ? order by m.month", MonthStore::month, programme);
    }

    /** The months of a task with every report, the newest first. */
    List<Month> ofTask(UUID task) {
        return sql.list(
                COLUMNS + " left join remedy_task_report r on r.task = m.task and r.month = m.month"
                        + " where m.task = ? order by m.month desc, r.revision desc nulls last",
                MonthStore::month,
                task);
    }

    /** The month of a task with its last report. */
    Optional<Month> find(UUID task, YearMonth month) {
        return sql.first(
                COLUMNS + " " + LAST + " where m.task = ? and m.month = ?", MonthStore::month, task, month.atDay(1));
    }

    /** Whether a later month has been reported. */
    boolean laterReported(UUID task, YearMonth month) {
        return sql.first(
                        "select 1 from remedy_task_month where task = ? and month > ? and reported limit 1",
                        row -> true,
                        task,
                        month.atDay(1))
                .isPresent();
    }

    void report(
            UUID task, YearMonth month, int revision, TaskCommands.Report said, boolean late, Actor by, Instant at) {
        String next = said.next();
        sql.update(
                """
                insert into remedy_task_report (id, task, month, revision, percent, state, done, coming, at, person, name,
                       institution, late)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.at(at),
                task,
                month.atDay(1),
                revision,
                said.percent(),
                said.state(),
                said.done().strip(),
                next == null || next.isBlank() ? null : next.strip(),
                at,
                by.id(),
                by.name(),
                by.institution(),
                late);
        sql.update(
                "update remedy_task_month set reported = true, next_at = null where task = ? and month = ?",
                task,
                month.atDay(1));
    }

    /** Nothing more is owed after that month. */
    void endAfter(UUID task, YearMonth month) {
        sql.update(
                "update remedy_task_month set owed = false, next_at = null where task = ? and month > ? and not reported",
                task,
                month.atDay(1));
    }

    /** What is owed again from that month on. */
    void oweFrom(UUID task, YearMonth month, Instant nextAt) {
        sql.update("""
                update remedy_task_month set owed = true, next_at = ?
                 where task = ? and month >= ? and not reported""", nextAt, task, month.atDay(1));
    }

    /** What these owners have not reported yet; what is due first on top. */
    List<Due> awaited(String[] owners, int most) {
        return sql.list(
                DUE
                        + " where m.owed and not m.reported and k.owner = any (?) order by m.due_at, p.seq, k.number limit ?",
                MonthStore::due,
                owners,
                most);
    }

    /** Claims months whose office is to be reminded, until the transaction ends. */
    List<Due> claim(Instant now, int most) {
        return sql.list(
                DUE + " where m.next_at <= ? order by m.task, m.month limit ? for update of m skip locked",
                MonthStore::due,
                now,
                most);
    }

    void reminded(Due due, Instant next) {
        sql.update(
                "update remedy_task_month set next_at = ? where task = ? and month = ?",
                next,
                due.task(),
                due.month().atDay(1));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Objects.requireNonNull(row.getObject("task", UUID.class)),
                Objects.requireNonNull(row.getString("programme")),
                Sql.text(row, "programme"),
                Objects.requireNonNull(row.getString("coordinator")),
                row.getInt("number"),
                Sql.text(row, "title"),
                Objects.requireNonNull(row.getString("owner")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Sql.requiredInstant(row, "due_at"),
                row.getBoolean("exercise"));
    }

    private static Month month(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Month(
                Objects.requireNonNull(row.getObject("task", UUID.class)),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Sql.requiredInstant(row, "due_at"),
                row.getBoolean("owed"),
                state == null
                        ? null
                        : new TaskView.Report(
                                row.getInt("revision"),
                                row.getInt("percent"),
                                Progress.valueOf(state),
                                Objects.requireNonNull(row.getString("done")),
                                row.getString("coming"),
                                Sql.requiredInstant(row, "at"),
                                Objects.requireNonNull(row.getString("name")),
                                Objects.requireNonNull(row.getString("institution")),
                                row.getBoolean("late")));
    }
}
