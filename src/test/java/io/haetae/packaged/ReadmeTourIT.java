package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour in README, run as it stands there by the shell of whoever follows it. */
@RunsBeside
class ReadmeTourIT {

    private static final Pattern TOUR = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String PASSWORD = "show-me-haetae";

    @TempDir
    Path directory;

    @Test
    void the_tour_in_the_readme_runs_in_under_fifteen_requests() throws IOException, InterruptedException {
        String tour = tour();
        assertThat(tour.split("curl ", -1).length - 1).as("requests").isLessThan(15);
        Map<String, String> demonstration = Map.of("HAETAE_DEMO", "true", "HAETAE_DEMO_PASSWORD", PASSWORD);
        try (PackagedServer server = PackagedServer.start(directory.resolve("data"), demonstration)) {
            Path output = directory.resolve("output");
            ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", tour)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            shell.environment().put("H", server.uri("").toString().replaceAll("/$", ""));
            shell.environment().put("P", PASSWORD);
            Process process = shell.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ended by itself")
                    .isTrue();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said)
                    .contains("\"code\":\"GOV24\"")
                    .contains("\"score\":100.0")
                    .contains("\"state\":\"CLOSED\"")
                    .contains("\"intact\":true");
        }
    }

    private static String tour() throws IOException {
        Matcher block = TOUR.matcher(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
