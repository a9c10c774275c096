package io.haetae.remedy.plan;

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
import org.jspecify.annotations.Nullable;

/** Attachments of guidelines and plans, kept in the database: they are backed up with them. */
@ApplicationScoped
class PlanFiles {

    private static final String COLUMNS =
            "select id, edition, name, content_type, size, sha256, at, person_name from remedy_file";

    private final Sql sql;

    PlanFiles(Sql sql) {
        this.sql = sql;
    }

    /**
     * A file with what is in it.
     *
     * @param edition of the plan it belongs to; null for a guideline's
     */
    record Content(
            String name, String contentType, @Nullable Integer edition, byte[] bytes) {}

    UUID add(
            @Nullable UUID guideline,
            @Nullable UUID plan,
            @Nullable Integer edition,
            TakenFile file,
            String by,
            Instant at) {
        UUID id = Ids.at(at);
        sql.update(
                """
                insert into remedy_file (id, guideline, plan, edition, name, content_type, size, sha256, content, at,
                       person_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                guideline,
                plan,
                edition,
                file.name(),
                file.contentType(),
                file.content().length,
                file.sha256(),
                file.content(),
                at,
                by);
        return id;
    }

    List<PlanFile> ofGuideline(UUID guideline) {
        return sql.list(COLUMNS + " where guideline = ? order by at, id", PlanFiles::file, guideline);
    }

    List<PlanFile> ofPlan(UUID plan) {
        return sql.list(COLUMNS + " where plan = ? order by at, id", PlanFiles::file, plan);
    }

    /** Removes a file of an edition that is being written; the database refuses every other. */
    void remove(UUID id) {
        sql.update("delete from remedy_file where id = ?", id);
    }

    /** A file of that guideline or that plan. */
    Optional<Content> content(UUID of, UUID id) {
        return sql.first(
                "select name, content_type, edition, content from remedy_file"
                        + " where id = ? and coalesce(guideline, plan) = ?",
                row -> new Content(
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("content_type")),
                        row.getObject("edition", Integer.class),
                        Objects.requireNonNull(row.getBytes("content"))),
                id,
                of);
    }

    private static PlanFile file(ResultSet row) throws SQLException {
        return new PlanFile(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("edition", Integer.class),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("content_type")),
                row.getInt("size"),
                Objects.requireNonNull(row.getString("sha256")),
                Sql.requiredInstant(row, "at"),
                Objects.requireNonNull(row.getString("person_name")));
    }
}
