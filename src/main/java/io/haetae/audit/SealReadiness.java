package io.haetae.audit;

import io.agroal.api.AgroalDataSource;
import io.haetae.kernel.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Warns when the journal has stopped being sealed: an entry without a seal is not yet protected. */
@ApplicationScoped
class SealReadiness implements Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String OLD_UNSEALED = """
            select exists (
                select from audit_entry
                where (tx, id) > (coalesce((select upto_tx from audit_seal order by n desc limit 1), '0'),
                                  coalesce((select upto_id from audit_seal order by n desc limit 1), 0))
                  and at < ?)""";

    private final AgroalDataSource database;
    private final Clock clock;

    SealReadiness(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OLD_UNSEALED)) {
            select.setTimestamp(1, Timestamp.from(clock.instant().minus(PATIENCE)));
            try (ResultSet row = select.executeQuery()) {
                boolean late = row.next() && row.getBoolean(1);
                return late
                        ? List.of(new Finding(
                                false,
                                "The journal has entries older than " + PATIENCE.toMinutes()
                                        + " minutes without a seal: no sealer runs, a transaction stays open, or the"
                                        + " database was restored behind its own transaction numbers."))
                        : List.of();
            }
        } catch (SQLException e) {
            return List.of(new Finding(true, "The journal cannot be read (SQL state " + e.getSQLState() + ")."));
        }
    }
}
