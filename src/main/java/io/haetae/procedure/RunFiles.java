package io.haetae.procedure;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Files of evidence, kept in the database: they are backed up with what they prove. */
@ApplicationScoped
class RunFiles {

    private final Sql sql;

    RunFiles(Sql sql) {
        this.sql = sql;
    }

    /** A file in the list of its run. */
    record Listed(UUID id, UUID runStep, String name, String contentType, int size, Instant at, String by) {}

    UUID add(RunStep step, TakenFile file, String by, Instant at) {
        UUID id = Ids.at(at);
        sql.update(
                """
                insert into procedure_file (id, run, run_step, name, content_type, size, sha256, content, at, person_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                step.run,
                step.id,
                file.name(),
                file.contentType(),
                file.content().length,
                file.sha256(),
                file.content(),
                at,
                by);
        return id;
    }

    List<Listed> of(UUID run) {
        return sql.list("""
                select id, run_step, name, content_type, size, at, person_name from procedure_file
                where run = ? order by at, id""", RunFiles::listed, run);
    }

    boolean any(UUID runStep) {
        return sql.first("select 1 from procedure_file where run_step = ? limit 1", row -> true, runStep)
                .isPresent();
    }

    Optional<TakenFile> content(UUID run, UUID id) {
        return sql.first(
                "select name, content_type, content from procedure_file where run = ? and id = ?",
                TakenFile::kept,
                run,
                id);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("run_step", UUID.class)),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("content_type")),
                row.getInt("size"),
                Sql.requiredInstant(row, "at"),
                Objects.requireNonNull(row.getString("person_name")));
    }
}
