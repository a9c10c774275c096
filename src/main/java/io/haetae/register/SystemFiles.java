package io.haetae.register;

import io.haetae.kernel.Sql;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of evidence, kept in the database: they are backed up with what they prove. */
@ApplicationScoped
class SystemFiles {

    private final Sql sql;

    SystemFiles(Sql sql) {
        this.sql = sql;
    }

    void add(UUID id, UUID system, TakenFile file, @Nullable String note, String by, Instant at) {
        sql.update(
                """
                insert into register_file (id, system, name, content_type, size, sha256, content, note, at, person_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                system,
                file.name(),
                file.contentType(),
                file.content().length,
                file.sha256(),
                file.content(),
                note,
                at,
                by);
    }

    List<SystemFileView> of(UUID system, String code) {
        return sql.list(
                "select id, name, content_type, size, sha256, note, at, person_name from register_file"
                        + " where system = ? order by at, id",
                row -> {
                    UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new SystemFileView(
                            id,
                            Objects.requireNonNull(row.getString("name")),
                            Objects.requireNonNull(row.getString("content_type")),
                            row.getInt("size"),
                            Objects.requireNonNull(row.getString("sha256")),
                            row.getString("note"),
                            Sql.requiredInstant(row, "at"),
                            Objects.requireNonNull(row.getString("person_name")),
                            "/api/v1/systems/" + code + "/files/" + id);
                },
                system);
    }

    Optional<TakenFile> content(UUID system, UUID id) {
        return sql.first(
                "select name, content_type, content from register_file where system = ? and id = ?",
                TakenFile::kept,
                system,
                id);
    }
}
