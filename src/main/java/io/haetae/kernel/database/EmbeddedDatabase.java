package io.haetae.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The service's own PostgreSQL 17. It is durable ({@code fsync} and {@code synchronous_commit} on, which the library
 * underneath turns off) and asks everybody for a password. Flyway works as the owner of the tables, the service as a
 * role that can neither define tables nor change the journal.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String DATABASE = "haetae";
    static final String OWNER = "haetae_owner";
    static final String SERVICE = "haetae_app";
    private static final String SUPERUSER = "postgres";

    private static final String URL_PROPERTY = "quarkus.datasource.jdbc.url";

    /** Long enough to replay the log of a server that was killed at full load. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final DataDirectory directory;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts the database and publishes where it is, unless a JDBC URL is configured (a development-mode reload finds
     * the one published before). {@code HAETAE_EMBEDDED_DATABASE=false} turns a forgotten URL into a refusal: in a
     * container, whose files go with it, an own database would lose everything at the next start.
     */
    public static Optional<EmbeddedDatabase> startUnlessConfigured() {
        if (System.getProperty(URL_PROPERTY) != null || System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null) {
            return Optional.empty();
        }
        if ("false".equals(System.getenv("HAETAE_EMBEDDED_DATABASE"))) {
            throw new StartRefused(
                    "QUARKUS_DATASOURCE_JDBC_URL is not set, and HAETAE_EMBEDDED_DATABASE=false forbids a"
                            + " database of its own.");
        }
        EmbeddedDatabase database = start(configuredDirectory());
        database.properties().forEach(System::setProperty);
        return Optional.of(database);
    }

    private static Path configuredDirectory() {
        String property = System.getProperty("haetae.data-dir", System.getenv("HAETAE_DATA_DIR"));
        return property == null || property.isBlank()
                ? Path.of(System.getProperty("user.home"), ".haetae")
                : Path.of(property);
    }

    /** Starts the database of a data directory, making it at first use. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.take(dataDirectory);
        try {
            Cluster cluster = new Cluster(directory.cluster());
            cluster.prepare();
            String superuserPassword = directory.password(SUPERUSER);
            EmbeddedPostgres server = startServer(directory, superuserPassword);
            Roles.prepare(
                    server.getDatabase(SUPERUSER, "postgres"), directory.password(OWNER), directory.password(SERVICE));
            cluster.markWhole();
            return new EmbeddedDatabase(directory, server);
        } catch (IOException | SQLException e) {
            directory.close();
            throw new StartRefused(
                    "PostgreSQL did not start in " + directory.root() + " (" + e.getMessage()
                            + "). See postgresql-start.log and pg17/log there.",
                    e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory directory, String password) throws IOException {
        Path log = directory.root().resolve("postgresql-start.log");
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(0)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(Redirect.to(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setConnectConfig("password", password)
                // initdb: passwords from the first moment on, and a locale in which Hangul are letters
                .setLocaleConfig("pwfile", directory.passwordFile(SUPERUSER).toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("locale-provider", "libc")
                .setLocaleConfig("locale", "C.UTF-8")
                // server: the library's own defaults would lose acknowledged work
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .start();
    }

    /** The configuration with which Quarkus finds this database. */
    public Map<String, String> properties() {
        try {
            return Map.of(
                    URL_PROPERTY,
                    "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE,
                    "quarkus.datasource.username",
                    SERVICE,
                    "quarkus.datasource.password",
                    directory.password(SERVICE),
                    "quarkus.flyway.username",
                    OWNER,
                    "quarkus.flyway.password",
                    directory.password(OWNER),
                    "haetae.data-dir",
                    directory.root().toString());
        } catch (IOException e) {
            throw new StartRefused("cannot read a password in " + directory.root(), e);
        }
    }

    /** Stops the server, then lets the data directory go. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop: " + e.getMessage());
        } finally {
            directory.close();
        }
    }
}
