package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attachments, kept in the database: they are backed up with the incident. */
@ApplicationScoped
class IncidentFiles {

    private final Sql sql;

    IncidentFiles(Sql sql) {
        this.sql = sql;
    }

    void add(UUID id, UUID incident, TakenFile file, @Nullable String note, String by, Instant at) {
        sql.update(
                """
                insert into incident_file (id, incident, name, content_type, size, sha256, content, note, at, person_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                incident,
                file.name(),
                file.contentType(),
                file.content().length,
                file.sha256(),
                file.content(),
                note,
                at,
                by);
    }

    List<IncidentRecordView.Attached> of(Incident incident) {
        return sql.list(
                "select id, name, content_type, size, note, at, person_name from incident_file"
                        + " where incident = ? order by at, id",
                row -> {
                    UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new IncidentRecordView.Attached(
                            id,
                            Objects.requireNonNull(row.getString("name")),
                            Objects.requireNonNull(row.getString("content_type")),
                            row.getInt("size"),
                            row.getString("note"),
                            Sql.requiredInstant(row, "at"),
                            Objects.requireNonNull(row.getString("person_name")),
                            "/api/v1/incidents/" + incident.number + "/files/" + id);
                },
                incident.id);
    }

    Optional<TakenFile> content(UUID incident, UUID id) {
        return sql.first(
                "select name, content_type, content from incident_file where incident = ? and id = ?",
                TakenFile::kept,
                incident,
                id);
    }
}
