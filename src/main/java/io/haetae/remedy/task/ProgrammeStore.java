package io.haetae.remedy.task;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programmes of policy tasks. */
@ApplicationScoped
class ProgrammeStore {

    /** Whom a programme concerns: its coordinator, and owners and partners of its tasks. */
    private static final String CONCERNS = """
            (? or p.coordinator = any (?) or exists (select from remedy_task c
                where c.programme = p.id and (c.owner = any (?) or c.partners && ?)))""";

    private final Sql sql;

    ProgrammeStore(Sql sql) {
        this.sql = sql;
    }

    /** A programme as it is kept. */
    record Programme(
            UUID id,
            long seq,
            String number,
            String coordinator,
            LocalizedText title,
            LocalDate announcedOn,
            LocalizedText source,
            @Nullable Integer announcedTasks,
            Instant createdAt,
            String name,
            @Nullable Instant closedAt,
            @Nullable String closing,
            boolean exercise,
            List<String> former,
            int version) {}

    /**
     * Who looks at programmes.
     *
     * @param own the reader's institution and those below it
     * @param waiting only programmes that the reader leads and has something to do about
     */
    record Reader(boolean all, String[] own, boolean waiting) {}

    long nextSeq() {
        return sql.first("select nextval('remedy_programme_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    void add(Programme one) {
        sql.update(
                """
                insert into remedy_programme (id, seq, number, coordinator, title_ko, title_en, announced_on, source_ko,
                       source_en, announced_tasks, created_at, name, exercise)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                one.id(),
                one.seq(),
                one.number(),
                one.coordinator(),
                one.title().ko(),
                one.title().en(),
                one.announcedOn(),
                one.source().ko(),
                one.source().en(),
                one.announcedTasks(),
                one.createdAt(),
                one.name(),
                one.exercise());
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
        return sql.first("select * from remedy_programme where number = ?", ProgrammeStore::programme, number);
    }

    /** The same, locked until the transaction ends. */
    Optional<Programme> lock(String number) {
        return sql.first(
                "select * from remedy_programme where number = ? for update", ProgrammeStore::programme, number);
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

    /**
     * Programmes that concern the reader, the newest first. To do for who leads one: reports are missing, or every task has
     * ended and the programme has not.
     */
    List<ProgrammeRow> list(Reader reader, @Nullable Long before, int most, Instant now, LocalDate today) {
        return sql.list(
                """
                select p.*, t.* from remedy_programme p
                  cross join lateral (
                    select count(*) as tasks, count(*) filter (where k.state = 'DONE') as done,
                           count(*) filter (where k.state <> 'RUNNING') as ended,
                           count(*) filter (where k.state = 'RUNNING' and (k.due_on < ? or r.state = 'LATE')) as late,
                           coalesce(sum(m.missing), 0) as missing,
                           coalesce(floor(avg(coalesce(r.percent, 0)) filter (where k.state <> 'STOPPED')), 0) as percent
                      from remedy_task k
                      left join lateral (select percent, state from remedy_task_report
                                          where task = k.id order by month desc, revision desc limit 1) r on true
                      left join lateral (select count(*) as missing from remedy_task_month
                                          where task = k.id and owed and not reported and due_at <= ?) m on true
                     where k.programme = p.id and not k.example) t
                 where (?::bigint is null or p.seq < ?)
                   and (not ? or p.closed_at is null and p.coordinator = any (?)
                           and (t.missing > 0 or t.tasks > 0 and t.ended = t.tasks))
                   and """ + " " + CONCERNS + " order by p.seq desc limit ?",
                ProgrammeStore::row,
                today,
                now,
                before,
                before,
                reader.waiting(),
                reader.own(),
                reader.all(),
                reader.own(),
                reader.own(),
                reader.own(),
                most);
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("coordinator")),
                Sql.text(row, "title"),
                Objects.requireNonNull(row.getObject("announced_on", LocalDate.class)),
                Sql.text(row, "source"),
                row.getObject("announced_tasks", Integer.class),
                Sql.requiredInstant(row, "created_at"),
                Objects.requireNonNull(row.getString("name")),
                Sql.instant(row, "closed_at"),
                row.getString("closing"),
                row.getBoolean("exercise"),
                Sql.texts(row, "former"),
                row.getInt("version"));
    }

    private static ProgrammeRow row(ResultSet row) throws SQLException {
        Instant closedAt = Sql.instant(row, "closed_at");
        int tasks = row.getInt("tasks");
        return new ProgrammeRow(
                Objects.requireNonNull(row.getString("number")),
                Sql.text(row, "title"),
                Objects.requireNonNull(row.getString("coordinator")),
                Objects.requireNonNull(row.getObject("announced_on", LocalDate.class)),
                row.getObject("announced_tasks", Integer.class),
                tasks,
                row.getInt("done"),
                row.getInt("late"),
                row.getInt("missing"),
                row.getInt("percent"),
                closedAt,
                closedAt == null && tasks > 0 && row.getInt("ended") == tasks,
                row.getBoolean("exercise"),
                row.getLong("seq"));
    }
}
