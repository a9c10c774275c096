package io.haetae.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** The service as it is shipped: the packaged jar in a process of its own, with its own database. */
public final class PackagedService implements AutoCloseable {

    /** The administrator's password, as an installation would set it. */
    public static final String ADMIN_PASSWORD = "Haetae-test-password-1";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path data;
    private final URI address;

    private PackagedService(Process process, Path data, URI address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** Starts it and returns once it listens. */
    public static PackagedService start(Map<String, String> environment) {
        try {
            int port = freePort();
            Path data = Files.createTempDirectory("haetae-browser");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            JAR.toAbsolutePath().toString())
                    .redirectErrorStream(true);
            builder.environment().put("HAETAE_DATA_DIR", data.toString());
            builder.environment().put("HAETAE_ADMIN_PASSWORD", ADMIN_PASSWORD);
            builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            builder.environment().putAll(environment);
            Process process = builder.start();
            waitUntilItListens(process);
            return new PackagedService(process, data, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileUtils.deleteDirectory(data.toFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the log up to the line that says so, then keeps draining it, so that the process never blocks on it. */
    private static void waitUntilItListens(Process process) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            seen.append(line).append('\n');
            if (line.contains("Listening on")) {
                Thread drain = new Thread(() -> log.lines().forEach(PackagedService::pass), "haetae-log");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("the service did not start:\n" + seen);
    }

    @SuppressWarnings("SystemOut") // the log of the service belongs into the report of the test
    private static void pass(String line) {
        if (line.contains("ERROR") || line.contains("Exception")) {
            System.out.println(line);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
