package io.haetae.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Optional;

/** SQL of the chain. Both sides of a comparison by (tx, id) must be written the same way, so it stands in one place. */
final class Seals {

    private static final String COLUMNS =
            "n, sealed_at, upto_tx::text as upto_tx, upto_id, entries, prev, hash, key_id, signature";

    private Seals() {}

    static Optional<Seal> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + COLUMNS + " from audit_seal order by audit_seal.n desc limit 1")) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    static String inOrder() {
        return "select " + COLUMNS + " from audit_seal order by audit_seal.n";
    }

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("n"),
                row.getTimestamp("sealed_at").toInstant(),
                Long.parseLong(row.getString("upto_tx")),
                row.getLong("upto_id"),
                row.getInt("entries"),
                row.getBytes("prev"),
                row.getBytes("hash"),
                row.getString("key_id"),
                row.getBytes("signature"));
    }

    static void insert(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit_seal (n, sealed_at, upto_tx, upto_id, entries, prev, hash, key_id, signature)
                values (?, ?, ?::xid8, ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, seal.n());
            insert.setTimestamp(2, Timestamp.from(seal.sealedAt()));
            insert.setString(3, Long.toString(seal.uptoTx()));
            insert.setLong(4, seal.uptoId());
            insert.setInt(5, seal.entries());
            insert.setBytes(6, seal.prev());
            insert.setBytes(7, seal.hash());
            insert.setString(8, seal.keyId());
            insert.setBytes(9, seal.signature());
            insert.executeUpdate();
        }
    }
}
