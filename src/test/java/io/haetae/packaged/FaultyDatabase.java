package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.database.EmbeddedDatabase;
import io.haetae.testing.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own that can be taken away, as by a power failure, and given back. */
final class FaultyDatabase implements AutoCloseable {

    private final Path cluster;
    private final EmbeddedDatabase database;
    private final Map<String, String> properties;

    private FaultyDatabase(Path folder, EmbeddedDatabase database) {
        this.cluster = folder.resolve("pg17");
        this.database = database;
        this.properties = database.properties();
    }

    static FaultyDatabase start(Path folder) {
        return new FaultyDatabase(folder, EmbeddedDatabase.start(folder));
    }

    /** The configuration with which a packaged server finds it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith("quarkus.")) {
                environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value);
            }
        });
        return environment;
    }

    /** Immediate shutdown: nobody is told, nothing is written, the next start recovers from the log. */
    void takeAway() throws Exception {
        long process = Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
        Signals.send("QUIT", process);
        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    /** Starts it again with the options that it had. */
    void giveBack() throws IOException {
        String command = Files.readString(cluster.resolve("postmaster.opts")).strip();
        boolean asRoot = "root".equals(System.getProperty("user.name"));
        new ProcessBuilder("sh", "-c", (asRoot ? "exec unshare -U " : "exec ") + command)
                .redirectErrorStream(true)
                .redirectOutput(cluster.resolveSibling("given-back.log").toFile())
                .start();
    }

    /** The rows of a query, each as its first column. */
    List<String> rows(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the only row. */
    long count(String sql) {
        return Long.parseLong(rows(sql).get(0));
    }

    /** Whether it answers. */
    boolean answers() {
        try {
            return count("select 1") == 1;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void update(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                properties.get("quarkus.datasource.jdbc.url"),
                properties.get("quarkus.datasource.username"),
                properties.get("quarkus.datasource.password"));
    }

    @Override
    public void close() {
        database.close();
    }
}
