package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.ImportView.MappedColumn;
import io.haetae.register.transfer.ImportView.State;
import io.haetae.register.transfer.TableFile.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as they are kept. */
@ApplicationScoped
class ImportJobs {

    private static final String FIELDS = "i.id, i.username, i.file_name, i.format, i.columns, i.state, i.applying,"
            + " i.partial, i.undecided, i.rows_total, i.rows_read, i.rows_checked, i.rows_written, i.rows_failed,"
            + " i.problem, i.created_at, i.started_at, i.ended_at";

    private static final String ONE = "select " + FIELDS + ", r.counts, coalesce(r.alike, 0) as alike,"
            + " coalesce(r.open, 0) as open from register_import i left join lateral ("
            + " select jsonb_object_agg(o.outcome, o.n) as counts, sum(o.alike) as alike, sum(o.open) as open from ("
            + " select outcome, count(*) as n, count(*) filter (where alike <> '[]') as alike,"
            + " count(*) filter (where alike <> '[]' and decision is null) as open"
            + " from register_import_row where import = i.id group by outcome) o) r on true where i.id = ?";

    private static final String LATEST = "select " + FIELDS + ", null as counts, 0 as alike, 0 as open"
            + " from register_import i where i.username = ? order by i.created_at desc, i.id desc limit ?";

    private final Sql sql;
    private final ObjectMapper json;

    ImportJobs(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A job with the problem as it is kept. */
    record Kept(ImportView view, @Nullable Trouble trouble) {}

    /** Why it failed. */
    record Trouble(String code, Map<String, Object> facts) {}

    /** One that waits, and whose it is. */
    record Waiting(UUID id, String username) {}

    void add(UUID id, String username, String fileName, Format format, byte[] content, Instant at) {
        sql.update("""
                insert into register_import (id, username, file_name, format, content, columns, state, applying, partial,
                       rows_total, rows_read, rows_checked, rows_written, rows_failed, created_at)
                values (?, ?, ?, ?, ?, '[]', 'MAPPING', false, false, 0, 0, 0, 0, 0, ?)""", id, username, fileName, format, content, at);
        sql.update("insert into register_import_claim (import) values (?)", id);
    }

    Optional<Kept> find(UUID id) {
        return sql.first(ONE, this::kept, id);
    }

    List<Kept> latest(String username, int most) {
        return sql.list(LATEST, this::kept, username, most);
    }

    byte[] content(UUID id) {
        return sql.first(
                        "select content from register_import where id = ?",
                        row -> Objects.requireNonNull(row.getBytes("content")),
                        id)
                .orElseThrow();
    }

    /** What the columns mean, and whether to look at the file now. False when its state does not allow it. */
    boolean map(UUID id, List<MappedColumn> columns, int rows, boolean look) {
        return sql.update(
                        "update register_import set columns = cast(? as jsonb), state = ?, applying = false,"
                                + " partial = false, undecided = null, rows_total = ?, rows_read = 0, rows_checked = 0,"
                                + " rows_written = 0, rows_failed = 0, problem = null, started_at = null, ended_at = null"
                                + " where id = ? and state not in ('WAITING', 'RUNNING', 'APPLIED')",
                        write(columns),
                        look ? State.WAITING : State.MAPPING,
                        rows,
                        id)
                > 0;
    }

    /** To be written. False when it has not been looked at. */
    boolean apply(UUID id, boolean partial, @Nullable Decision undecided) {
        return sql.update(
                        "update register_import set state = 'WAITING', applying = true, partial = ?, undecided = ?,"
                                + " rows_read = 0, rows_checked = 0, rows_written = 0, started_at = null, ended_at = null"
                                + " where id = ? and state = 'CHECKED'",
                        partial,
                        undecided == null ? null : undecided.name(),
                        id)
                > 0;
    }

    /** The import that has waited longest. */
    Optional<Waiting> waiting() {
        return sql.first(
                "select id, username from register_import where state = 'WAITING' order by created_at, id limit 1",
                row -> new Waiting(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("username"))));
    }

    /** Takes it up until the transaction ends; false when somebody else has. */
    boolean claim(UUID id) {
        return sql.first(
                        "select import from register_import_claim where import = ? for update skip locked",
                        row -> true,
                        id)
                .isPresent();
    }

    /** The end of what was done with it; the file of one that was applied is not kept. */
    void end(UUID id, State state, int failed, Instant at) {
        sql.update(
                "update register_import set state = ?, rows_failed = ?, ended_at = ?,"
                        + " content = case when ? then null else content end where id = ?",
                state,
                failed,
                at,
                state == State.APPLIED,
                id);
    }

    private Kept kept(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        ImportView view = new ImportView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("file_name")),
                Format.valueOf(row.getString("format")),
                State.valueOf(row.getString("state")),
                row.getBoolean("applying"),
                row.getBoolean("partial"),
                row.getString("undecided") == null ? null : Decision.valueOf(row.getString("undecided")),
                read(Objects.requireNonNull(row.getString("columns")), new TypeReference<List<MappedColumn>>() {}),
                new ImportView.Progress(
                        row.getInt("rows_total"),
                        row.getInt("rows_read"),
                        row.getInt("rows_checked"),
                        row.getInt("rows_written"),
                        row.getInt("rows_failed")),
                counts(row.getString("counts")),
                row.getInt("alike"),
                row.getInt("open"),
                null,
                Sql.requiredInstant(row, "created_at"),
                Objects.requireNonNull(row.getString("username")),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"));
        return new Kept(view, problem == null ? null : read(problem, new TypeReference<Trouble>() {}));
    }

    private Map<RowFate, Integer> counts(@Nullable String counted) {
        Map<RowFate, Integer> counts = new EnumMap<>(RowFate.class);
        if (counted != null) {
            for (RowFate fate : RowFate.values()) {
                counts.put(fate, 0);
            }
            counts.putAll(read(counted, new TypeReference<Map<RowFate, Integer>>() {}));
        }
        return counts;
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import that is kept cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be written as JSON", e);
        }
    }
}
