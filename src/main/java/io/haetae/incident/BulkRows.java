package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts on many incidents in the database. */
@ApplicationScoped
class BulkRows {

    private final Sql sql;

    BulkRows(Sql sql) {
        this.sql = sql;
    }

    /** An act on many. */
    record Bulk(
            UUID id,
            BulkCommand.Act act,
            Instant at,
            UUID person,
            String name,
            String reason,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy,
            @Nullable String undoReason) {}

    /** One incident of it; codes of errors say why not. */
    record Item(
            String number,
            @Nullable UUID incident,
            @Nullable Instant actedAt,
            @Nullable String refused,
            boolean undone,
            @Nullable String kept) {}

    void add(UUID id, BulkCommand command, Actor by, Instant at) {
        sql.update(
                "insert into incident_bulk (id, act, at, person, name, reason) values (?, ?, ?, ?, ?, ?)",
                id,
                command.act(),
                at,
                by.id(),
                by.name(),
                command.reason());
    }

    void done(UUID bulk, String number, UUID incident, Instant at) {
        sql.update(
                "insert into incident_bulk_item (bulk, number, incident, acted_at) values (?, ?, ?, ?)",
                bulk,
                number,
                incident,
                at);
    }

    void refused(UUID bulk, String number, String code) {
        sql.update("insert into incident_bulk_item (bulk, number, refused) values (?, ?, ?)", bulk, number, code);
    }

    Optional<Bulk> find(UUID id) {
        return sql.first(
                "select * from incident_bulk where id = ?",
                row -> new Bulk(
                        id,
                        BulkCommand.Act.valueOf(row.getString("act")),
                        Sql.requiredInstant(row, "at"),
                        Objects.requireNonNull(row.getObject("person", UUID.class)),
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("reason")),
                        Sql.instant(row, "undone_at"),
                        row.getString("undone_by"),
                        row.getString("undo_reason")),
                id);
    }

    List<Item> items(UUID bulk) {
        return sql.list(
                "select * from incident_bulk_item where bulk = ? order by number",
                row -> new Item(
                        Objects.requireNonNull(row.getString("number")),
                        row.getObject("incident", UUID.class),
                        Sql.instant(row, "acted_at"),
                        row.getString("refused"),
                        row.getBoolean("undone"),
                        row.getString("kept")),
                bulk);
    }

    /** Marks it as taken back; false when it has been, to the last of them: a server may have died on the way. */
    boolean undo(UUID bulk, String by, String reason, Instant at) {
        return sql.update("""
                        update incident_bulk set undone_at = ?, undone_by = ?, undo_reason = ?
                         where id = ? and (undone_at is null or exists (
                            select 1 from incident_bulk_item
                             where bulk = ? and incident is not null and not undone and kept is null))""", at, by, reason, bulk, bulk) == 1;
    }

    void undone(UUID bulk, String number) {
        sql.update("update incident_bulk_item set undone = true where bulk = ? and number = ?", bulk, number);
    }

    void kept(UUID bulk, String number, String code) {
        sql.update("update incident_bulk_item set kept = ? where bulk = ? and number = ?", code, bulk, number);
    }
}
