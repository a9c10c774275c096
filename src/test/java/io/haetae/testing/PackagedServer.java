package io.haetae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged jar as a process of its own, as an operator would run it. Needs {@code mvn package} to have run. */
public final class PackagedServer implements AutoCloseable {

    /** The administrator's password of every packaged server. */
    public static final String ADMIN_PASSWORD = "correct-horse-battery-staple-7";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:\\s]+:(\\d+)");
    private static final int TRIES = 900;
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path dataDirectory;
    private final Path log;
    private final Process process;
    private boolean killed;

    private PackagedServer(Path dataDirectory, Path log, Process process) {
        this.dataDirectory = dataDirectory;
        this.log = log;
        this.process = process;
    }

    /** Starts the jar on a free port and waits until it is ready. */
    public static PackagedServer start(Path dataDirectory, Map<String, String> environment) {
        PackagedServer server = launch(dataDirectory, environment);
        server.awaitReady();
        return server;
    }

    /** Starts the jar as an operator's machine does, with the second compiler, and waits until it is ready. */
    public static PackagedServer atFullSpeed(Path dataDirectory, Map<String, String> environment) {
        PackagedServer server = launch(dataDirectory, environment, List.of());
        server.awaitReady();
        return server;
    }

    /** Starts the jar and does not wait: for starts that are to be refused, or that run side by side. */
    public static PackagedServer launch(Path dataDirectory, Map<String, String> environment) {
        return launchWith(dataDirectory, environment, List.of());
    }

    /** Starts the jar with further options of the virtual machine and does not wait. */
    public static PackagedServer launchWith(Path dataDirectory, Map<String, String> environment, List<String> options) {
        // It lives for a minute: half of the processor time of a start is the second compiler's.
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        return launch(dataDirectory, environment, all);
    }

    private static PackagedServer launch(Path dataDirectory, Map<String, String> environment, List<String> options) {
        assertThat(JAR).as("mvn package must have run").exists();
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dquarkus.http.port=0",
                "-Dquarkus.http.host=127.0.0.1",
                "-jar",
                JAR.toAbsolutePath().toString()));
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("HAETAE_DATA_DIR", dataDirectory.toString());
        variables.putIfAbsent("HAETAE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        try {
            Path log = Files.createTempFile("haetae-packaged", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("HAETAE_"));
            builder.environment().putAll(variables);
            return new PackagedServer(dataDirectory, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks as the administrator. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends JSON as the administrator. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A request as the administrator, to be completed. */
    public HttpRequest.Builder request(String path) {
        return request(path, "admin");
    }

    /** A request as somebody who has the administrator's password, to be completed. */
    public HttpRequest.Builder request(String path, String username) {
        String credentials =
                Base64.getEncoder().encodeToString((username + ":" + ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Basic " + credentials)
                .timeout(Duration.ofSeconds(60));
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a path is. */
    public URI uri(String path) {
        Integer port = port();
        assertThat(port).as("the server listens:\n%s", log()).isNotNull();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Everything the process wrote. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** What the service itself has used of the processors; its PostgreSQL is not counted. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** SIGKILL, and the wait for its effect. */
    public void kill() {
        killed = true;
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, and the wait for an orderly end. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Waits for the process to end by itself and gives its exit code. */
    public int awaitExit() {
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("ended:\n%s", log())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGSTOP: it stands still, as a virtual machine does that is moved, and holds all that it has. */
    public void freeze() {
        Signals.send("STOP", process.pid());
    }

    /** SIGCONT. */
    public void thaw() {
        Signals.send("CONT", process.pid());
    }

    /** Waits until it takes requests. */
    public void awaitReady() {
        await("ready", () -> port() != null && isReady());
    }

    /** Waits, while the process runs, until something holds. */
    public void await(String what, BooleanSupplier holds) {
        for (int i = 0; i < TRIES; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            try {
                boolean ended = process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                assertThat(ended).as("it runs:\n%s", log()).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("not " + what + ":\n" + log());
    }

    private boolean isReady() {
        return send(HttpRequest.newBuilder(uri("/q/health/ready")).build()).statusCode() == 200;
    }

    private @Nullable Integer port() {
        Matcher listening = LISTENING.matcher(log());
        return listening.find() ? Integer.valueOf(listening.group(1)) : null;
    }

    /** Ends it, and the PostgreSQL it may have left behind. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            awaitExit();
        }
        if (killed && Files.exists(dataDirectory.resolve("pg17/postmaster.pid"))) {
            EmbeddedDatabase.start(dataDirectory).close();
        }
        log.toFile().delete();
    }
}
