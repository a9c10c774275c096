package io.haetae.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Shows why a figure is what it is: processor time of the service and of its PostgreSQL under a load, and what the
 * service is at, from a recording of Java's flight recorder.
 */
final class Profile {

    private static final Path FILE = Path.of("target/benchmark-profile.md");
    private static final int LONGEST = 12;
    private static final String OURS = "io.haetae.";

    private final PackagedServer service;
    private final Cluster cluster;
    private final List<String> lines = new ArrayList<>();

    Profile(PackagedServer service, Cluster cluster) {
        this.service = service;
        this.cluster = cluster;
    }

    /** Carries out a load while it looks. */
    <T> T of(String work, Supplier<T> load) {
        Path recording = recording();
        command("JFR.start", "name=benchmark", "settings=profile", "filename=" + recording);
        Duration before = service.processorTime();
        Duration databaseBefore = cluster.processorTime();
        long begin = System.nanoTime();
        T result = load.get();
        Duration length = Duration.ofNanos(System.nanoTime() - begin);
        Duration ours = service.processorTime().minus(before);
        Duration databases = cluster.processorTime().minus(databaseBefore);
        command("JFR.stop", "name=benchmark");
        lines.add("## " + work);
        lines.add(
                "In %.1f s on %d cores: %.1f s of processor time in the service, compilers and collector included, %.1f s in PostgreSQL."
                        .formatted(
                                seconds(length),
                                Runtime.getRuntime().availableProcessors(),
                                seconds(ours),
                                seconds(databases)));
        shares(recording);
        return result;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void shares(Path recording) {
        Map<String, Integer> methods = new HashMap<>();
        Map<String, Integer> libraries = new HashMap<>();
        int samples = 0;
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples++;
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    methods.merge(method(frames), 1, Integer::sum);
                    libraries.merge(library(frames), 1, Integer::sum);
                }
            }
            Files.delete(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table("In the code of", libraries, samples);
        table("On behalf of", methods, samples);
    }

    /** The innermost method of ours. */
    private static String method(List<RecordedFrame> frames) {
        return frames.stream()
                .filter(frame -> type(frame).startsWith(OURS))
                .findFirst()
                .map(frame -> type(frame).substring(OURS.length()).replaceAll("_(Subclass|ClientProxy).*", "") + "."
                        + frame.getMethod().getName().replace("$$superforward", ""))
                .orElse("the framework alone");
    }

    /** Whose code it is; Java's own counts for whoever calls it. */
    private static String library(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::type)
                .filter(type -> !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun."))
                .findFirst()
                .map(type -> Stream.of(type.split("\\."))
                        .limit(2)
                        .reduce((a, b) -> a + "." + b)
                        .orElse(type))
                .orElse("Java alone");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private void table(String title, Map<String, Integer> counts, int samples) {
        lines.add("");
        lines.add("| " + title + " | share of " + samples + " samples |");
        lines.add("|---|--:|");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(LONGEST)
                .forEach(each ->
                        lines.add("| %s | %.1f %% |".formatted(each.getKey(), 100.0 * each.getValue() / samples)));
        lines.add("");
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        lines.forEach(System.out::println);
    }

    private static Path recording() {
        try {
            return Files.createTempFile("haetae-benchmark", ".jfr").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(service.pid())));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
