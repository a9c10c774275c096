package io.haetae.kernel.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The files of the PostgreSQL cluster, brought into a state in which it can be started. */
final class Cluster {

    static final String VERSION = "17";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;

    Cluster(Path directory) {
        this.directory = directory;
    }

    /**
     * Stops a server that outlived a killed service, and refuses files that this PostgreSQL cannot use. Each of these
     * would otherwise only be a start that hangs. The caller holds the lock of the data directory.
     */
    void prepare() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        refuseForeignOwner();
        stopLeftOver();
        if (!Files.exists(marker())) {
            setAside();
            return;
        }
        String version = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!VERSION.equals(version)) {
            throw new StartRefused(directory + " was written by PostgreSQL " + version + ", this service carries "
                    + VERSION + ". Export with the version that wrote it and import here.");
        }
    }

    /** Marks the cluster as whole: from now on it holds data and is never set aside. */
    void markWhole() throws IOException {
        if (!Files.exists(marker())) {
            Files.createFile(marker());
        }
    }

    private Path marker() {
        return directory.resolve("haetae.whole");
    }

    private void refuseForeignOwner() throws IOException {
        String owner = Files.getOwner(directory).getName();
        String user = System.getProperty("user.name", owner);
        if (!owner.equals(user)) {
            throw new StartRefused(directory + " belongs to " + owner + ", but the service runs as " + user
                    + ". PostgreSQL only starts for the owner of its files.");
        }
    }

    /** A first start that was killed half-way left files no server ever took data into. */
    private void setAside() throws IOException {
        int n = 1;
        while (Files.exists(directory.resolveSibling("pg17.incomplete-" + n))) {
            n++;
        }
        Files.move(directory, directory.resolveSibling("pg17.incomplete-" + n));
    }

    private void stopLeftOver() throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        Optional<ProcessHandle> process =
                lines.isEmpty() || !lines.get(0).strip().matches("[0-9]+")
                        ? Optional.empty()
                        : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        if (process.isEmpty()) {
            return; // PostgreSQL itself clears a file whose process is gone
        }
        if (isOurServer(process.get().pid())) {
            stop(process.get());
        } else {
            Files.delete(pidFile); // the number has gone to another program; PostgreSQL would refuse to start
        }
    }

    private boolean isOurServer(long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (!Files.isReadable(commandLine)) {
            return false;
        }
        String[] words = Files.readString(commandLine, StandardCharsets.UTF_8).split("\0", -1);
        return words[0].endsWith("/postgres") && List.of(words).contains(directory.toString());
    }

    /** SIGINT: PostgreSQL's fast shutdown, which Java itself cannot send. */
    private void stop(ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + server.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while stopping a left-over PostgreSQL", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefused(
                    "the PostgreSQL of an earlier run (process " + server.pid() + ") does not stop. Stop it by hand.",
                    e);
        }
    }
}
