package io.haetae.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files in the database, so that they are backed up with what they prove. Each room keeps its own in a table of one
 * shape; who may see or add one, and what the journal says of it, is the room's.
 */
@ApplicationScoped
public class KeptFiles {

    private final Sql sql;

    KeptFiles(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where a room keeps its files.
     *
     * @param table with the columns id, name, content_type, size, sha256, content, note, at and person_name
     * @param owner the column that says what a file belongs to
     */
    public record Shelf(String table, String owner) {}

    /** Puts a file to what it proves. */
    public UUID add(Shelf shelf, UUID of, TakenFile file, @Nullable String note, String by, Instant at) {
        UUID id = Ids.at(at);
        String columns = shelf.owner() + ", id, name, content_type, size, sha256, content, note, at, person_name";
        sql.update(
                "insert into " + shelf.table() + " (" + columns + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                of,
                id,
                file.name(),
                file.contentType(),
                file.content().length,
                file.sha256(),
                file.content(),
                note == null || note.isBlank() ? null : note.strip(),
                at,
                by);
        return id;
    }

    /**
     * What was put to it, the oldest first.
     *
     * @param under the address under which the contents stand by their ids
     */
    public List<KeptFile> of(Shelf shelf, UUID of, String under) {
        return sql.list(
                "select id, name, content_type, size, sha256, note, at, person_name from " + shelf.table() + " where "
                        + shelf.owner() + " = ? order by at, id",
                row -> listed(row, under),
                of);
    }

    /** What is in one of its files. */
    public Optional<TakenFile> content(Shelf shelf, UUID of, UUID id) {
        return sql.first(
                "select name, content_type, content from " + shelf.table() + " where " + shelf.owner()
                        + " = ? and id = ?",
                TakenFile::kept,
                of,
                id);
    }

    private static KeptFile listed(ResultSet row, String under) throws SQLException {
        UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
        return new KeptFile(
                id,
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("content_type")),
                row.getInt("size"),
                Objects.requireNonNull(row.getString("sha256")),
                row.getString("note"),
                Sql.requiredInstant(row, "at"),
                Objects.requireNonNull(row.getString("person_name")),
                under + "/" + id);
    }
}
