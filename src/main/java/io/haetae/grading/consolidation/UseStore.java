package io.haetae.grading.consolidation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was said of the use of systems; the last word of each year counts. */
@ApplicationScoped
class UseStore {

    /** The columns of a year, as {@link #year} reads them. */
    static final String COLUMNS =
            "year, users, transactions, cost_won, satisfaction, response_millis, source, measured_on, name, at";

    private final Sql sql;
    private final ObjectMapper json;

    UseStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A statement about a year of a system. */
    record Said(UUID system, int year, UseStatement statement) {}

    /** Keeps them all in one statement. */
    void add(List<Said> said, Actor by, Instant at) {
        ArrayNode rows = json.createArrayNode();
        for (Said one : said) {
            UseStatement statement = one.statement();
            rows.addObject()
                    .put("id", Ids.at(at).toString())
                    .put("system", one.system().toString())
                    .put("year", one.year())
                    .put("users", statement.users())
                    .put("transactions", statement.transactions())
                    .put("cost_won", statement.costWon())
                    .put("satisfaction", statement.satisfaction())
                    .put("response_millis", statement.responseMillis())
                    .put("source", statement.source().strip())
                    .put("measured_on", statement.measuredOn().toString());
        }
        sql.update("""
                insert into grading_use (id, system, year, users, transactions, cost_won, satisfaction, response_millis,
                                         source, measured_on, at, person, name, institution)
                select r.id, r.system, r.year, r.users, r.transactions, r.cost_won, r.satisfaction, r.response_millis,
                       r.source, r.measured_on, ?, ?, ?, ?
                  from jsonb_to_recordset(cast(? as jsonb)) as r (
                       id uuid, system uuid, year int, users bigint, transactions bigint, cost_won bigint,
                       satisfaction numeric, response_millis bigint, source text, measured_on date)""", at, by.id(), by.name(), by.institution(), write(rows));
    }

    /** The last word of each year from one year on, by year. */
    Map<Integer, UseYear> of(UUID system, int from) {
        Map<Integer, UseYear> years = new HashMap<>();
        sql.list(
                "select distinct on (year) " + COLUMNS + " from grading_use where system = ? and year >= ?"
                        + " order by year, at desc, id desc",
                row -> years.put(row.getInt("year"), year(row)),
                system,
                from);
        return years;
    }

    /** A row as it was said; its availability is measured elsewhere. */
    static UseYear year(ResultSet row) throws SQLException {
        return new UseYear(
                row.getInt("year"),
                row.getObject("users", Long.class),
                row.getObject("transactions", Long.class),
                row.getObject("cost_won", Long.class),
                row.getBigDecimal("satisfaction"),
                row.getObject("response_millis", Long.class),
                null,
                null,
                row.getString("source"),
                row.getObject("measured_on", LocalDate.class),
                row.getString("name"),
                Sql.instant(row, "at"));
    }

    private String write(ArrayNode rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("statements cannot be written as JSON", e);
        }
    }
}
