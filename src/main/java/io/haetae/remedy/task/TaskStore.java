package io.haetae.remedy.task;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks of programmes. */
@ApplicationScoped
class TaskStore {

    private static final String TASKS = """
            select k.*, p.number as programme_number, p.title_ko as programme_ko, p.title_en as programme_en,
                   p.coordinator, p.closed_at, p.exercise, i.name_ko, i.name_en
              from remedy_task k
              join remedy_programme p on p.id = k.programme
              join identity_institution i on i.code = k.owner""";

    private final Sql sql;

    TaskStore(Sql sql) {
        this.sql = sql;
    }

    /** A task as it is kept. */
    record Task(
            UUID id,
            String programme,
            LocalizedText programmeTitle,
            String coordinator,
            boolean closed,
            int number,
            LocalizedText title,
            TaskKind kind,
            String owner,
            LocalizedText ownerName,
            List<String> partners,
            List<String> former,
            @Nullable LocalDate dueOn,
            @Nullable LocalizedText note,
            @Nullable LocalizedText source,
            boolean example,
            boolean exercise,
            TaskState state,
            YearMonth openedUntil,
            int version) {

        boolean isOverdue(LocalDate today) {
            return state == TaskState.RUNNING && dueOn != null && dueOn.isBefore(today);
        }
    }

    /** Adds a task; false when its number is taken. */
    boolean add(UUID id, UUID programme, TaskCommands.NewTask said, YearMonth openedUntil) {
        return sql.update(
                        """
                insert into remedy_task (id, programme, number, title_ko, title_en, kind, owner, partners, due_on,
                       note_ko, note_en, source_ko, source_en, example, state, opened_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?) on conflict (programme, number) do nothing""",
                        id,
                        programme,
                        said.number(),
                        said.title().ko().strip(),
                        said.title().en().strip(),
                        said.kind(),
                        said.owner(),
                        said.partners().toArray(String[]::new),
                        said.dueOn(),
                        korean(said.note()),
                        english(said.note()),
                        korean(said.source()),
                        english(said.source()),
                        Boolean.TRUE.equals(said.example()),
                        openedUntil.atDay(1))
                == 1;
    }

    void change(UUID task, TaskCommands.Content said) {
        sql.update(
                """
                update remedy_task set title_ko = ?, title_en = ?, kind = ?, owner = ?, partners = ?, due_on = ?,
                       note_ko = ?, note_en = ?, version = version + 1 where id = ?""",
                said.title().ko().strip(),
                said.title().en().strip(),
                said.kind(),
                said.owner(),
                said.partners().toArray(String[]::new),
                said.dueOn(),
                korean(said.note()),
                english(said.note()),
                task);
    }

    void state(UUID task, TaskState state) {
        sql.update("update remedy_task set state = ?, version = version + 1 where id = ?", state, task);
    }

    void openedUntil(UUID task, YearMonth month) {
        sql.update("update remedy_task set opened_until = ? where id = ?", month.atDay(1), task);
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

    private static @Nullable String korean(@Nullable LocalizedText text) {
        return text == null ? null : text.ko().strip();
    }

    private static @Nullable String english(@Nullable LocalizedText text) {
        return text == null ? null : text.en().strip();
    }

    private static @Nullable LocalizedText text(ResultSet row, String name) throws SQLException {
        return row.getString(name + "_ko") == null ? null : Sql.text(row, name);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("programme_number")),
                Sql.text(row, "programme"),
                Objects.requireNonNull(row.getString("coordinator")),
                row.getObject("closed_at") != null,
                row.getInt("number"),
                Sql.text(row, "title"),
                TaskKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("owner")),
                Sql.text(row, "name"),
                Sql.texts(row, "partners"),
                Sql.texts(row, "former"),
                row.getObject("due_on", LocalDate.class),
                text(row, "note"),
                text(row, "source"),
                row.getBoolean("example"),
                row.getBoolean("exercise"),
                TaskState.valueOf(row.getString("state")),
                YearMonth.from(row.getObject("opened_until", LocalDate.class)),
                row.getInt("version"));
    }
}
