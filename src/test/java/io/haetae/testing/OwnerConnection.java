package io.haetae.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/** The test database as its owner: for what the service's own role must not be able to do. */
@ApplicationScoped
public class OwnerConnection {

    private final Config config;

    OwnerConnection(Config config) {
        this.config = config;
    }

    /** A connection of its own, outside any transaction of the service. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
