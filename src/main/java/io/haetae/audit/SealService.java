package io.haetae.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Adds links to the chain. Of all replicas one at a time does it; writers of entries never wait for it. */
@ApplicationScoped
class SealService {

    /** Names the sealer's lock among the advisory locks of the database ("audit" in letters of a telephone). */
    private static final long LOCK = 28348;

    private static final String NEXT = """
            select tx::text as tx, id, hash from audit_entry
            where (tx, id) > (?::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
            order by audit_entry.tx, audit_entry.id limit ?""";

    private final AgroalDataSource database;
    private final SealKey key;
    private final AuditConfig config;
    private final Clock clock;

    SealService(AgroalDataSource database, SealKey key, AuditConfig config, Clock clock) {
        this.database = database;
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Seals the next entries that no running transaction can still precede. Empty when there are none, or when another
     * sealer is at work.
     */
    @Transactional
    public Optional<Seal> sealNext() {
        try (Connection connection = database.getConnection()) {
            if (!isOnlySealer(connection)) {
                return Optional.empty();
            }
            // A statement of its own after the lock: its snapshot sees what the last holder of the lock committed.
            Optional<Seal> seal = next(connection, Seals.last(connection));
            if (seal.isPresent()) {
                Seals.insert(connection, seal.get());
            }
            return seal;
        } catch (SQLException e) {
            throw new IllegalStateException("the journal could not be sealed", e);
        }
    }

    private static boolean isOnlySealer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Optional<Seal> next(Connection connection, Optional<Seal> last) throws SQLException {
        Seal.Digest digest = new Seal.Digest();
        long uptoTx = last.map(Seal::uptoTx).orElse(0L);
        long uptoId = last.map(Seal::uptoId).orElse(0L);
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, Long.toString(uptoTx));
            select.setLong(2, uptoId);
            select.setInt(3, config.batch());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    digest.add(rows.getBytes("hash"));
                    uptoTx = Long.parseLong(rows.getString("tx"));
                    uptoId = rows.getLong("id");
                }
            }
        }
        if (digest.entries() == 0) {
            return Optional.empty();
        }
        long n = last.map(Seal::n).orElse(0L) + 1;
        byte[] prev = last.map(Seal::hash).orElse(Hashes.NONE);
        Instant at = clock.instant();
        byte[] hash = digest.finish(n, at, uptoTx, uptoId, prev);
        return Optional.of(new Seal(n, at, uptoTx, uptoId, digest.entries(), prev, hash, key.id(), key.sign(hash)));
    }
}
