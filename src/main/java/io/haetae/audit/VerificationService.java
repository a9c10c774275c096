package io.haetae.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks the whole journal and says whether it is as it was written. */
@ApplicationScoped
public class VerificationService {

    private static final int FETCH = 5_000;
    private static final int AN_HOUR = 3_600;

    private static final String ENTRIES = """
            select tx::text as tx, id, at, actor_id, actor, institution, action, subject_kind, subject_id, data, hash
            from audit_entry order by audit_entry.tx, audit_entry.id""";

    private final AgroalDataSource database;
    private final SealKey key;
    private final SealAnchor anchor;

    VerificationService(AgroalDataSource database, SealKey key, SealAnchor anchor) {
        this.database = database;
        this.key = key;
        this.anchor = anchor;
    }

    /** Checks every entry, every link, every signature and the end of the chain, all as of one moment. */
    @Transactional
    @TransactionConfiguration(timeout = AN_HOUR)
    public Verification verify() {
        Walk walk = new Walk(key, anchor.recall()); // before the snapshot, which is then never older than the anchor
        try (Connection connection = database.getConnection();
                Statement setUp = connection.createStatement()) {
            setUp.execute("set transaction isolation level repeatable read, read only");
            walk(connection, walk);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal could not be walked", e);
        }
        return walk.result();
    }

    private static void walk(Connection connection, Walk walk) throws SQLException {
        try (PreparedStatement sealSelect = connection.prepareStatement(Seals.inOrder());
                PreparedStatement entrySelect = connection.prepareStatement(ENTRIES)) {
            sealSelect.setFetchSize(FETCH);
            entrySelect.setFetchSize(FETCH);
            try (ResultSet seals = sealSelect.executeQuery();
                    ResultSet entries = entrySelect.executeQuery()) {
                Seal seal = next(seals);
                while (entries.next()) {
                    long tx = Long.parseLong(entries.getString("tx"));
                    long id = entries.getLong("id");
                    while (seal != null && isBeyond(tx, id, seal)) {
                        walk.seal(seal);
                        seal = next(seals);
                    }
                    walk.entry(id, content(entries), entries.getBytes("hash"), seal);
                }
                while (seal != null) {
                    walk.seal(seal);
                    seal = next(seals);
                }
            }
        }
    }

    private static @Nullable Seal next(ResultSet seals) throws SQLException {
        return seals.next() ? Seals.read(seals) : null;
    }

    private static boolean isBeyond(long tx, long id, Seal seal) {
        return tx > seal.uptoTx() || (tx == seal.uptoTx() && id > seal.uptoId());
    }

    private static EntryContent content(ResultSet entry) throws SQLException {
        return new EntryContent(
                entry.getTimestamp("at").toInstant(),
                entry.getObject("actor_id", UUID.class),
                entry.getString("actor"),
                entry.getString("institution"),
                entry.getString("action"),
                entry.getString("subject_kind"),
                entry.getString("subject_id"),
                entry.getString("data"));
    }
}
