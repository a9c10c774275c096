package io.haetae.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** The PostgreSQL that a packaged service started in its data directory, with {@code fsync} on. */
record Cluster(Path dataDirectory) {

    static final String DATABASE = "haetae";
    static final String SERVICE = "haetae_app";
    private static final String OWNER = "haetae_owner";
    private static final String SUPERUSER = "postgres";
    private static final int LINE_OF_THE_PORT = 3;

    int port() {
        return Integer.parseInt(lines(dataDirectory.resolve("pg17/postmaster.pid"))[LINE_OF_THE_PORT].strip());
    }

    String password(String role) {
        return lines(dataDirectory.resolve("secrets").resolve(role + ".password"))[0].strip();
    }

    /** Processor time of all its processes until now. */
    Duration processorTime() {
        long postmaster = Long.parseLong(lines(dataDirectory.resolve("pg17/postmaster.pid"))[0].strip());
        return ProcessHandle.of(postmaster).stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Carries out statements as the owner of the tables. */
    void execute(String sql) {
        execute(OWNER, sql);
    }

    /** Carries out statements that only the owner of the cluster may. */
    void executeAsSuperuser(String sql) {
        execute(SUPERUSER, sql);
    }

    private void execute(String role, String sql) {
        try (Connection connection = open(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value of a query, asked as the owner of the tables. */
    String one(String sql) {
        return one(OWNER, sql);
    }

    /** The one value of a query, asked as the owner of the cluster. */
    String oneAsSuperuser(String sql) {
        return one(SUPERUSER, sql);
    }

    private String one(String role, String sql) {
        try (Connection connection = open(role);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open(String role) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
        return DriverManager.getConnection(url, role, password(role));
    }

    private static String[] lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).split("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
