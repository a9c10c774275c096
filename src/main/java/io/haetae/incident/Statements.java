package io.haetae.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Statements in the database. */
@ApplicationScoped
class Statements {

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    Statements(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A statement with who drafted it. */
    record Held(StatementView view, UUID draftedBy) {}

    void add(UUID id, Incident incident, StatementCommand said, Actor by, Instant at) {
        sql.update(
                """
                insert into incident_statement (id, incident, title_ko, title_en, body_ko, body_en, others, drafted_at,
                    drafted_by, drafter)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)""",
                id,
                incident.id,
                said.title().ko(),
                said.title().en(),
                said.body().ko(),
                said.body().en(),
                written(said.others()),
                at,
                by.id(),
                by.name());
    }

    private String written(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> read(String texts) {
        try {
            return json.readValue(texts, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of an incident, the latest first. */
    List<Held> of(UUID incident) {
        return sql.list(
                "select * from incident_statement where incident = ? order by drafted_at desc, id desc",
                this::held,
                incident);
    }

    Optional<Held> find(UUID incident, UUID id) {
        return of(incident).stream().filter(held -> held.view().id().equals(id)).findFirst();
    }

    void approve(UUID id, boolean knowing, Actor by, Instant at) {
        sql.update(
                "update incident_statement set approved_at = ?, approved_by = ?, approver = ?, approved_knowing = ?"
                        + " where id = ?",
                at,
                by.id(),
                by.name(),
                knowing,
                id);
    }

    void withdraw(UUID id, String reason, Actor by, Instant at) {
        sql.update(
                "update incident_statement set withdrawn_at = ?, withdrawer = ?, withdrawal = ? where id = ?",
                at,
                by.name(),
                reason,
                id);
    }

    private Held held(ResultSet row) throws SQLException {
        Instant approvedAt = Sql.instant(row, "approved_at");
        Instant withdrawnAt = Sql.instant(row, "withdrawn_at");
        StatementView view = new StatementView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Sql.text(row, "title"),
                Sql.text(row, "body"),
                read(Objects.requireNonNull(row.getString("others"))),
                approvedAt != null && withdrawnAt == null,
                Sql.requiredInstant(row, "drafted_at"),
                Objects.requireNonNull(row.getString("drafter")),
                approvedAt,
                row.getString("approver"),
                withdrawnAt,
                row.getString("withdrawer"),
                row.getString("withdrawal"));
        return new Held(view, Objects.requireNonNull(row.getObject("drafted_by", UUID.class)));
    }
}
