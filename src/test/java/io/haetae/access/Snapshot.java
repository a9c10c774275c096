package io.haetae.access;

import io.haetae.testing.OwnerConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table, as one number per table: what changed anything shows. */
@ApplicationScoped
class Snapshot {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(web_|flyway)'
              and table_name not in ('identity_session', 'identity_login_failure') order by 1
            """;

    private final OwnerConnection owner;

    Snapshot(OwnerConnection owner) {
        this.owner = owner;
    }

    /** Rows and their sum by table. */
    Map<String, String> take() {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            List<String> parts = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    String table = tables.getString(1);
                    parts.add("select '" + table + "', count(*) || ' rows, sum ' || "
                            + "coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t");
                }
            }
            Map<String, String> taken = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(String.join(" union all ", parts))) {
                while (rows.next()) {
                    taken.put(rows.getString(1), rows.getString(2));
                }
            }
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
