package io.haetae;

import io.haetae.kernel.database.EmbeddedDatabase;
import io.haetae.kernel.database.StartRefused;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts the service: its own PostgreSQL first, unless a JDBC URL is configured, then Quarkus. PostgreSQL must be there
 * before Quarkus looks for it and must outlive it, so neither can be a bean.
 */
@QuarkusMain
public class Main {

    /** Longer than Quarkus may take for requests in progress; after that the database stops regardless. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static void main(String... args) {
        CountDownLatch quarkusStopped = new CountDownLatch(1);
        try {
            EmbeddedDatabase.startUnlessConfigured().ifPresent(database -> stopAfter(quarkusStopped, database));
        } catch (StartRefused e) {
            System.err.println("Haetae does not start: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(
                null,
                (code, cause) -> {
                    quarkusStopped.countDown();
                    if (cause != null) { // with a handler of our own, Quarkus leaves telling it to us
                        Logger.getLogger(Main.class).error("Haetae does not start", cause);
                    }
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, cause);
                },
                args);
    }

    private static void stopAfter(CountDownLatch quarkusStopped, EmbeddedDatabase database) {
        Runnable stop = () -> {
            try {
                boolean stopped = quarkusStopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (!stopped) {
                    System.err.println("Requests are still in progress after " + PATIENCE + "; stopping PostgreSQL");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            database.close();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "haetae-stop-database"));
    }
}
