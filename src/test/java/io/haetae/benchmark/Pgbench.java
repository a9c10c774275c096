package io.haetae.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, which says what the server can do without any service in front of it. */
final class Pgbench {

    private static final Path SCRIPTS = Path.of("src/test/resources/benchmark");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Cluster cluster;

    Pgbench(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Transactions per second of one script of the repository. */
    double perSecond(String script, int clients, Duration length, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(binary(), "-n", "-M", "prepared", "-h", "127.0.0.1"));
        command.addAll(List.of("-p", String.valueOf(cluster.port()), "-U", Cluster.SERVICE));
        command.addAll(List.of("-c", String.valueOf(clients), "-j", "1", "-T", String.valueOf(length.toSeconds())));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-f", SCRIPTS.resolve(script).toString(), Cluster.DATABASE));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", cluster.password(Cluster.SERVICE));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(said);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench " + script + ":\n" + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Debian keeps it out of the path, in a folder by version. */
    private static String binary() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return "pgbench";
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .max(String::compareTo)
                    .orElse("pgbench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
