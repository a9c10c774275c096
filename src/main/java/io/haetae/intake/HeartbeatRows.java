package io.haetae.intake;

import io.haetae.kernel.Sql;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Heartbeats in their table. */
@ApplicationScoped
class HeartbeatRows {

    private static final String DUE = "check_at <= ? and missing_since is null and retired_at is null";

    private final Sql sql;

    HeartbeatRows(Sql sql) {
        this.sql = sql;
    }

    /** A heartbeat as it stands in its row. */
    record Row(
            UUID id,
            String name,
            String institution,
            List<UUID> systems,
            List<String> codes,
            List<String> scope,
            Duration interval,
            Duration grace,
            Instant createdAt,
            String createdBy,
            long beats,
            @Nullable Instant lastAt,
            @Nullable Instant checkAt,
            @Nullable Instant missingSince,
            @Nullable String incident,
            @Nullable Instant retiredAt) {

        /** By when the beat after one at that time must come. */
        Instant dueAfter(Instant beat) {
            return beat.plus(interval).plus(grace);
        }
    }

    /** Says whether it was added: a name is taken once. */
    boolean add(
            UUID id,
            HeartbeatCommand said,
            List<SystemView> watched,
            Collection<String> scope,
            byte[] hash,
            Instant now,
            String by) {
        return sql.update(
                        """
                        insert into intake_heartbeat (id, name, institution, systems, codes, scope, hash, seconds,
                               grace_seconds, created_at, created_by, beats)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (name) do nothing""",
                        id,
                        said.name(),
                        said.institution(),
                        watched.stream().map(SystemView::id).toArray(UUID[]::new),
                        watched.stream().map(SystemView::code).toArray(String[]::new),
                        scope.toArray(String[]::new),
                        hash,
                        said.intervalSeconds(),
                        said.graceSeconds(),
                        now,
                        by)
                > 0;
    }

    void retire(UUID id, Instant now, String by) {
        sql.update("update intake_heartbeat set retired_at = ?, retired_by = ? where id = ?", now, by, id);
    }

    Optional<Row> lockByKey(byte[] hash) {
        return sql.first(
                "select * from intake_heartbeat where hash = ? and retired_at is null for update",
                HeartbeatRows::row,
                (Object) hash);
    }

    Optional<Row> lock(UUID id) {
        return sql.first("select * from intake_heartbeat where id = ? for update", HeartbeatRows::row, id);
    }

    /** Those whose beat has not come in time, the latest due last. */
    List<UUID> due(Instant now, int most) {
        return sql.list(
                "select id from intake_heartbeat where " + DUE + " order by check_at limit ?",
                row -> row.getObject("id", UUID.class),
                now,
                most);
    }

    /** The heartbeat if it is still late, claimed: another replica passes it over. */
    Optional<Row> claim(UUID id, Instant now) {
        return sql.first(
                "select * from intake_heartbeat where " + DUE + " and id = ? for update skip locked",
                HeartbeatRows::row,
                now,
                id);
    }

    List<Row> list(boolean all, String[] keys) {
        return sql.list(
                "select * from intake_heartbeat where (? or scope && ?) order by retired_at is not null, name",
                HeartbeatRows::row,
                all,
                keys);
    }

    void beat(UUID id, Instant now, Instant dueBy) {
        sql.update(
                "update intake_heartbeat set beats = beats + 1, last_at = ?, check_at = ?, missing_since = null where id = ?",
                now,
                dueBy,
                id);
    }

    void missing(UUID id, Instant since, String incident) {
        sql.update("update intake_heartbeat set missing_since = ?, incident = ? where id = ?", since, incident, id);
    }

    void lookAgain(UUID id, Instant at) {
        sql.update("update intake_heartbeat set check_at = ? where id = ?", at, id);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("institution"),
                Arrays.asList((UUID[]) row.getArray("systems").getArray()),
                Arrays.asList((String[]) row.getArray("codes").getArray()),
                Arrays.asList((String[]) row.getArray("scope").getArray()),
                Duration.ofSeconds(row.getInt("seconds")),
                Duration.ofSeconds(row.getInt("grace_seconds")),
                Sql.requiredInstant(row, "created_at"),
                row.getString("created_by"),
                row.getLong("beats"),
                Sql.instant(row, "last_at"),
                Sql.instant(row, "check_at"),
                Sql.instant(row, "missing_since"),
                row.getString("incident"),
                Sql.instant(row, "retired_at"));
    }
}
