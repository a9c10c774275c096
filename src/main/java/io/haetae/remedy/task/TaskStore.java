package io.haetae.remedy.task;

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

/** Programmes and their tasks. */
@ApplicationScoped
class TaskStore {

    /** Whom a programme concerns: its coordinator, and owners and partners of its tasks. */
    private static final String CONCERNS = """
            (? or p.coordinator = any (?) or exists (select from remedy_task c
                where c.programme = p.id and (c.owner = any (?) or c.partners && ?)))""";

    private static final String TASKS = """
            select k.*, p.number as programme_number, p.title as programme_title, p.coordinator, p.closed_at,
                   i.name_ko, i.name_en
              from remedy_task k
              join remedy_programme p on p.id = k.programme
              join identity_institution i on i.code = k.owner""";

    private final Sql sql;

    TaskStore(Sql sql) {
        this.sql = sql;
    }

    /** A programme as it is kept. */
    record Programme(
            UUID id,
            long seq,
            String number,
            String coordinator,
            String title,
            LocalDate announcedOn,
            String source,
            @Nullable Integer announcedTasks,
            Instant createdAt,
            String name,
            @Nullable Instant closedAt,
            @Nullable String closing,
            int version) {}

    /** A task as it is kept. */
    record Task(
            UUID id,
            String programme,
            String programmeTitle,
            String coordinator,
            boolean closed,
            int number,
            String title,
            TaskKind kind,
            String owner,
            LocalizedText ownerName,
            List<String> partners,
            @Nullable LocalDate dueOn,
            @Nullable String note,
            @Nullable String source,
            boolean example,
            TaskState state,
            YearMonth openedUntil,
            int version) {

        boolean isOverdue(LocalDate today) {
            return state == TaskState.RUNNING && dueOn != null && dueOn.isBefore(today);
        }
    }

    long nextSeq() {
        return sql.first("select nextval('remedy_programme_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    void add(Programme one) {
        sql.update(
                """
                insert into remedy_programme (id, seq, number, coordinator, title, announced_on, source, announced_tasks,
                       created_at, name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                one.id(),
                one.seq(),
                one.number(),
                one.coordinator(),
                one.title(),
                one.announcedOn(),
                one.source(),
                one.announcedTasks(),
                one.createdAt(),
                one.name());
    }

    /** Adds a task; false when its number is taken. */
    boolean add(UUID id, UUID programme, TaskCommands.NewTask said, YearMonth openedUntil) {
        return sql.update(
                        """
                insert into remedy_task (id, programme, number, title, kind, owner, partners, due_on, note, source, example,
                       state, opened_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?) on conflict (programme, number) do nothing""",
                        id,
                        programme,
                        said.number(),
                        said.title().strip(),
                        said.kind(),
                        said.owner(),
                        said.partners().toArray(String[]::new),
                        said.dueOn(),
                        blankToNull(said.note()),
                        blankToNull(said.source()),
                        Boolean.TRUE.equals(said.example()),
                        openedUntil.atDay(1))
                == 1;
    }

    void change(UUID task, TaskCommands.Content said) {
        sql.update(
                """
                update remedy_task set title = ?, kind = ?, owner = ?, partners = ?, due_on = ?, note = ?,
                       version = version + 1 where id = ?""",
                said.title().strip(),
                said.kind(),
                said.owner(),
                said.partners().toArray(String[]::new),
                said.dueOn(),
                blankToNull(said.note()),
                task);
    }

    void state(UUID task, TaskState state) {
        sql.update("update remedy_task set state = ?, version = version + 1 where id = ?", state, task);
    }

    void openedUntil(UUID task, YearMonth month) {
        sql.update("update remedy_task set opened_until = ? where id = ?", month.atDay(1), task);
    }

    /** Ends a programme and every month that is not due yet. */
    void close(UUID programme, Instant at, String reason) {
        sql.update(
                "update remedy_programme set closed_at = ?, closing = ?, version = version + 1 where id = ?",
                at,
                reason,
                programme);
        sql.update("""
                update remedy_task_month set next_at = null, owed = owed and (reported or due_at <= ?)
                 where task in (select id from remedy_task where programme = ?)""", at, programme);
    }

    Optional<Programme> find(String number) {
        return sql.first("select * from remedy_programme where number = ?", TaskStore::programme, number);
    }

    /** The same, locked until the transaction ends. */
    Optional<Programme> lock(String number) {
        return sql.first("select * from remedy_programme where number = ? for update", TaskStore::programme, number);
    }

    /** Whether a programme concerns one of these institutions. */
    boolean concerns(UUID programme, String[] own) {
        return sql.first(
                        "select 1 from remedy_programme p where p.id = ? and " + CONCERNS,
                        row -> true,
                        programme,
                        false,
                        own,
                        own,
                        own)
                .isPresent();
    }

    /** Programmes that concern one of these institutions, or all; the newest first. */
    List<ProgrammeRow> list(boolean all, String[] own, @Nullable Long before, int most, Instant now, LocalDate today) {
        return sql.list(
                """
                select p.*, t.* from remedy_programme p
                  cross join lateral (
                    select count(*) as tasks, count(*) filter (where k.state = 'DONE') as done,
                           count(*) filter (where k.state = 'RUNNING' and (k.due_on < ? or r.state = 'LATE')) as late,
                           coalesce(sum(m.missing), 0) as missing,
                           coalesce(floor(avg(coalesce(r.percent, 0)) filter (where k.state <> 'STOPPED')), 0) as percent
                      from remedy_task k
                      left join lateral (select percent, state from remedy_task_report
                                          where task = k.id order by month desc, revision desc limit 1) r on true
                      left join lateral (select count(*) as missing from remedy_task_month
                                          where task = k.id and owed and not reported and due_at <= ?) m on true
                     where k.programme = p.id and not k.example) t
                 where (?::bigint is null or p.seq < ?) and """ + " " + CONCERNS + " order by p.seq desc limit ?",
                TaskStore::row,
                today,
                now,
                before,
                before,
                all,
                own,
                own,
                own,
                most);
    }

    List<Task> tasks(UUID programme) {
        return sql.list(TASKS + " where k.programme = ? order by k.number", TaskStore::task, programme);
    }

    Optional<Task> task(UUID programme, int number) {
        return sql.first(TASKS + " where k.programme = ? and k.number = ?", TaskStore::task, programme, number);
    }

    /** The same, locked until the transaction ends: steps follow one another. */
    Optional<Task> lock(UUID programme, int number) {
        return sql.first(
                TASKS + " where k.programme = ? and k.number = ? for update of k", TaskStore::task, programme, number);
    }

    /** Claims running tasks of which a month is to be opened, until the transaction ends. */
    List<Task> claimOpening(YearMonth present, int most) {
        return sql.list(
                TASKS + " where k.state = 'RUNNING' and p.closed_at is null and k.opened_until < ?"
                        + " order by k.opened_until limit ? for update of k skip locked",
                TaskStore::task,
                present.atDay(1),
                most);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("coordinator")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getObject("announced_on", LocalDate.class)),
                Objects.requireNonNull(row.getString("source")),
                row.getObject("announced_tasks", Integer.class),
                Sql.requiredInstant(row, "created_at"),
                Objects.requireNonNull(row.getString("name")),
                Sql.instant(row, "closed_at"),
                row.getString("closing"),
                row.getInt("version"));
    }

    private static ProgrammeRow row(ResultSet row) throws SQLException {
        return new ProgrammeRow(
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("coordinator")),
                Objects.requireNonNull(row.getObject("announced_on", LocalDate.class)),
                row.getObject("announced_tasks", Integer.class),
                row.getInt("tasks"),
                row.getInt("done"),
                row.getInt("late"),
                row.getInt("missing"),
                row.getInt("percent"),
                Sql.instant(row, "closed_at"),
                row.getLong("seq"));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("programme_number")),
                Objects.requireNonNull(row.getString("programme_title")),
                Objects.requireNonNull(row.getString("coordinator")),
                row.getObject("closed_at") != null,
                row.getInt("number"),
                Objects.requireNonNull(row.getString("title")),
                TaskKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("owner")),
                Sql.text(row, "name"),
                List.of((String[]) row.getArray("partners").getArray()),
                row.getObject("due_on", LocalDate.class),
                row.getString("note"),
                row.getString("source"),
                row.getBoolean("example"),
                TaskState.valueOf(row.getString("state")),
                YearMonth.from(row.getObject("opened_until", LocalDate.class)),
                row.getInt("version"));
    }
}
