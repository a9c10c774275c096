package io.haetae.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the database keeps what it has acknowledged, and whether it would let the service alter the journal. */
@ApplicationScoped
class DatabaseReadiness implements Readiness {

    private static final String LOOK = """
            select current_setting('fsync') = 'on' as fsync,
                   current_setting('synchronous_commit') <> 'off' as synchronous,
                   current_setting('full_page_writes') = 'on' as full_pages,
                   has_schema_privilege(current_schema(), 'create') as defines_tables,
                   current_setting('server_version_num')::int as version""";

    private static final int OLDEST_VERSION = 15_00_00;

    private final AgroalDataSource database;

    DatabaseReadiness(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            return findings(row);
        } catch (SQLException e) {
            return List.of(new Finding(true, "The database does not answer (SQL state " + e.getSQLState() + ")."));
        }
    }

    private static List<Finding> findings(ResultSet row) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        if (!row.getBoolean("fsync") || !row.getBoolean("synchronous") || !row.getBoolean("full_pages")) {
            findings.add(
                    new Finding(
                            true,
                            "PostgreSQL may lose what it acknowledged: fsync, synchronous_commit and full_page_writes must be on."));
        }
        if (row.getInt("version") < OLDEST_VERSION) {
            findings.add(new Finding(true, "PostgreSQL is older than 15."));
        }
        if (row.getBoolean("defines_tables")) {
            findings.add(new Finding(
                    false,
                    "The service's database user owns the tables, so it could change the journal. Give Flyway a user of its"
                            + " own (QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD)."));
        }
        return findings;
    }
}
