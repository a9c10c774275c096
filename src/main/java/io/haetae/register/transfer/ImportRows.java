package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.Import.Judged;
import io.haetae.register.transfer.ImportReport.Fault;
import io.haetae.register.transfer.ImportRow.Show;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The report of an import, row by row. */
@ApplicationScoped
class ImportRows {

    private static final int CHUNK = 2_000;

    private static final String INSERT = """
            insert into register_import_row (import, row, code, name, outcome, errors, alike)
            select ?, x.row, x.code, x.name, x.outcome, x.errors, x.alike from jsonb_to_recordset(cast(? as jsonb))
                as x (row int, code text, name text, outcome text, errors jsonb, alike jsonb)""";

    private static final String OUTCOMES = """
            update register_import_row r set outcome = x.outcome, errors = x.errors
              from jsonb_to_recordset(cast(? as jsonb)) as x (row int, outcome text, errors jsonb)
             where r.import = ? and r.row = x.row""";

    private static final String SAID = """
            update register_import_row r set decision = x.decision, same_as = x."as"
              from jsonb_to_recordset(cast(? as jsonb)) as x (row int, decision text, "as" text)
             where r.import = ? and r.row = x.row""";

    private final Sql sql;
    private final Texts texts;
    private final ObjectMapper json;

    ImportRows(Sql sql, Texts texts, ObjectMapper json) {
        this.sql = sql;
        this.texts = texts;
        this.json = json;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Written(
            int row, String code, String name, RowFate outcome, List<Fault> errors, List<Likeness> alike) {}

    /** A new report in the place of a former one. */
    void replace(UUID id, Table table, List<Judged> judged, Map<Integer, List<Likeness>> alike) {
        sql.update("delete from register_import_row where import = ?", id);
        inChunks(written(table, judged, alike), some -> sql.update(INSERT, id, some));
    }

    /** What became of the rows, with what people said of them as it was. */
    void outcomes(UUID id, Table table, List<Judged> judged) {
        inChunks(written(table, judged, Map.of()), some -> sql.update(OUTCOMES, some, id));
    }

    /** What people said of rows that are in the report; how many of them are. */
    int said(UUID id, List<ImportCommands.RowDecision> decisions) {
        return sql.update(SAID, write(decisions), id);
    }

    /** What was said of each row, and of those that look like a system and of which nothing was said. */
    Map<Integer, Decided> decided(UUID id, @Nullable Decision undecided) {
        Map<Integer, Decided> decided = new HashMap<>();
        sql.list(
                "select row, coalesce(decision, ?) as decision, same_as from register_import_row"
                        + " where import = ? and (decision is not null or alike <> '[]')",
                row -> {
                    Decision decision = Decision.valueOf(row.getString("decision"));
                    decided.put(row.getInt("row"), new Decided(decision, row.getString("same_as")));
                    return decision;
                },
                undecided == null ? Decision.NEW.name() : undecided.name(),
                id);
        return decided;
    }

    /** The rows after one, in the order of the file. */
    List<ImportRow> list(UUID id, Show show, int after, int limit, Locale language) {
        String which =
                switch (show) {
                    case ALL -> "";
                    case REFUSED -> " and outcome = 'REFUSED'";
                    case ALIKE -> " and alike <> '[]'";
                    case CHANGING -> " and outcome in ('CREATED', 'CHANGED')";
                };
        return sql.list(
                "select row, code, name, outcome, errors, alike, decision, same_as from register_import_row"
                        + " where import = ? and row > ?" + which + " order by row limit ?",
                row -> row(row, language),
                id,
                after,
                limit);
    }

    private ImportRow row(ResultSet row, Locale language) throws SQLException {
        String decision = row.getString("decision");
        return new ImportRow(
                row.getInt("row"),
                Objects.requireNonNull(row.getString("code")),
                Objects.requireNonNull(row.getString("name")),
                RowFate.valueOf(row.getString("outcome")),
                read(row.getString("errors"), new TypeReference<List<Fault>>() {}).stream()
                        .map(fault -> fault.in(texts, language))
                        .toList(),
                read(row.getString("alike"), new TypeReference<List<Likeness>>() {}),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("same_as"));
    }

    private static List<Written> written(Table table, List<Judged> judged, Map<Integer, List<Likeness>> alike) {
        int code = table.index(Columns.CODE);
        int name = table.index(Columns.NAME);
        return judged.stream()
                .map(one -> new Written(
                        one.number(),
                        one.read().line().cell(code),
                        one.read().line().cell(name),
                        one.fate(),
                        one.errors().stream()
                                .map(error -> Fault.of(table, error))
                                .toList(),
                        alike.getOrDefault(one.number(), List.of())))
                .toList();
    }

    private void inChunks(List<Written> rows, Consumer<String> statement) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            statement.accept(write(rows.subList(from, Math.min(rows.size(), from + CHUNK))));
        }
    }

    private <T> T read(@Nullable String text, TypeReference<T> type) {
        try {
            return json.readValue(Objects.requireNonNull(text), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a report cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }
}
