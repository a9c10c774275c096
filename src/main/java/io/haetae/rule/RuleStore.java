package io.haetae.rule;

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
import org.jspecify.annotations.Nullable;

/** Versions and activations in the database. Only ever added to, so two replicas loading the same files cannot differ. */
@ApplicationScoped
class RuleStore {

    private static final String COLUMNS = "select kind, name, version, content, sha256, loaded_at from rule_version ";

    private final Sql sql;

    RuleStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds a version unless there is one of that name; true when it was added. */
    boolean add(RuleRef ref, String content, String sha256, Instant at) {
        return add(ref, content, sha256, at, null);
    }

    /** The same for one that a person brought. */
    boolean add(RuleRef ref, String content, String sha256, Instant at, @Nullable UUID by) {
        return sql.update("""
                        insert into rule_version (kind, name, version, content, sha256, loaded_at, brought_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", ref.kind(), ref.name(), ref.version(), content, sha256, at, by) == 1;
    }

    Optional<StoredVersion> find(RuleRef ref) {
        return sql.first(
                COLUMNS + "where kind = ? and name = ? and version = ?",
                RuleStore::version,
                ref.kind(),
                ref.name(),
                ref.version());
    }

    /** Every version, the newest of a name first. */
    List<StoredVersion> all() {
        return sql.list(COLUMNS + "order by kind, name, string_to_array(version, '.')::int[] desc", RuleStore::version);
    }

    /** The versions of a kind, the newest of a name first. */
    List<RuleRef> ofKind(String kind) {
        return sql.list(
                "select kind, name, version from rule_version where kind = ?"
                        + " order by name, string_to_array(version, '.')::int[] desc",
                RuleStore::ref,
                kind);
    }

    void activate(RuleRef ref, Instant at, UUID by, RuleActivation how) {
        sql.update(
                """
                insert into rule_activation
                    (id, kind, name, version, effective_at, activated_at, activated_by, reason, authority)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.at(at),
                ref.kind(),
                ref.name(),
                ref.version(),
                how.effectiveFrom(),
                at,
                by,
                how.reason(),
                how.authority());
    }

    /** Every activation, the one that counts first: the latest in force, of two at one time the one made later. */
    List<Activation> activations() {
        return sql.list(
                """
                select kind, name, version, effective_at, authority from rule_activation
                order by effective_at desc, activated_at desc, id desc""",
                row -> new Activation(ref(row), Sql.requiredInstant(row, "effective_at"), row.getString("authority")));
    }

    /** Lets one replica at a time decide what is activated at the first start; until the transaction ends. */
    void lockActivation() {
        sql.list("select pg_advisory_xact_lock(hashtext('rule_activation'))", row -> true);
    }

    private static StoredVersion version(ResultSet row) throws SQLException {
        return new StoredVersion(
                ref(row),
                Objects.requireNonNull(row.getString("content")),
                Objects.requireNonNull(row.getString("sha256")),
                Sql.requiredInstant(row, "loaded_at"));
    }

    private static RuleRef ref(ResultSet row) throws SQLException {
        return new RuleRef(
                Objects.requireNonNull(row.getString("kind")),
                Objects.requireNonNull(row.getString("name")),
                row.getString("version"));
    }
}
