package io.haetae.procedure;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Versions and activations in the database; only ever added to. */
@ApplicationScoped
class ManualStore {

    private static final String COLUMNS =
            "select kind, name, version, draft, content, sha256, loaded_at from procedure_manual ";

    private final Sql sql;

    ManualStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds a version unless there is one of that name; true when it was added. */
    boolean add(StoredManual manual) {
        ManualRef ref = manual.ref();
        return sql.update(
                        """
                        insert into procedure_manual (kind, name, version, draft, content, sha256, loaded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        ref.kind(),
                        ref.name(),
                        ref.version(),
                        manual.draft(),
                        manual.content(),
                        manual.sha256(),
                        manual.loadedAt())
                == 1;
    }

    Optional<StoredManual> find(ManualRef ref) {
        return sql.first(
                COLUMNS + "where kind = ? and name = ? and version = ?",
                ManualStore::manual,
                ref.kind(),
                ref.name(),
                ref.version());
    }

    /** Every version, the newest of a name first. */
    List<StoredManual> all() {
        return sql.list(
                COLUMNS + "order by kind, name, string_to_array(version, '.')::int[] desc", ManualStore::manual);
    }

    void activate(ManualRef ref, Instant at, UUID by, String reason) {
        sql.update("""
                insert into procedure_activation (id, kind, name, version, activated_at, activated_by, reason)
                values (?, ?, ?, ?, ?, ?, ?)""", Ids.at(at), ref.kind(), ref.name(), ref.version(), at, by, reason);
    }

    /** The version in force of every manual that has one. */
    List<ManualRef> active() {
        return sql.list("""
                select distinct on (kind, name) kind, name, version from procedure_activation
                order by kind, name, activated_at desc, id desc""", ManualStore::ref);
    }

    /** Lets one replica at a time decide what is put in force at the first start; until the transaction ends. */
    void lockActivation() {
        sql.list("select pg_advisory_xact_lock(hashtext('procedure_activation'))", row -> true);
    }

    private static StoredManual manual(ResultSet row) throws SQLException {
        return new StoredManual(
                ref(row),
                row.getBoolean("draft"),
                Objects.requireNonNull(row.getString("content")),
                Objects.requireNonNull(row.getString("sha256")),
                Sql.requiredInstant(row, "loaded_at"));
    }

    private static ManualRef ref(ResultSet row) throws SQLException {
        return new ManualRef(
                Objects.requireNonNull(row.getString("kind")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("version")));
    }
}
