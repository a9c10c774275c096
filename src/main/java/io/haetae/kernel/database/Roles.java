package io.haetae.kernel.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Database and roles of the service; done at each start, so that a lost password file heals. */
final class Roles {

    private Roles() {}

    /** The passwords are hexadecimal, see {@link DataDirectory#password}. */
    static void prepare(DataSource superuser, String ownerPassword, String servicePassword) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            prepareRole(statement, EmbeddedDatabase.OWNER, ownerPassword);
            prepareRole(statement, EmbeddedDatabase.SERVICE, servicePassword);
            if (!exists(statement, "pg_database where datname = '" + EmbeddedDatabase.DATABASE + "'")) {
                statement.execute("create database " + EmbeddedDatabase.DATABASE + " owner " + EmbeddedDatabase.OWNER);
            }
            statement.execute("revoke connect, temporary on database " + EmbeddedDatabase.DATABASE + " from public");
            statement.execute(
                    "grant connect on database " + EmbeddedDatabase.DATABASE + " to " + EmbeddedDatabase.SERVICE);
        }
    }

    private static void prepareRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password '" + password + "'");
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }
}
