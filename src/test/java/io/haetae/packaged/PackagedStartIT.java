package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.database.EmbeddedDatabase;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsBeside
class PackagedStartIT {

    private static final String INSTITUTION = """
            {"code":"%s","name":{"ko":"행정안전부","en":"Ministry of the Interior and Safety"},"kind":"MINISTRY",
             "parent":null,"centralAuthority":"%s","standardCode":"1741000","region":null,
             "validFrom":"2017-07-26","validUntil":null}""";

    @TempDir
    Path root;

    @Test
    void what_was_acknowledged_is_there_after_kill_9_and_the_journal_verifies() {
        Path data = root.resolve("not/yet/there");
        try (PackagedServer first = PackagedServer.start(data, Map.of())) {
            assertThat(first.post("/api/v1/institutions", INSTITUTION.formatted("MOIS", "MOIS")))
                    .satisfies(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
            first.kill();
            assertThat(data.resolve("pg17/postmaster.pid"))
                    .as("PostgreSQL outlived it")
                    .exists();

            try (PackagedServer second = PackagedServer.start(data, Map.of())) {
                assertThat(second.get("/api/v1/institutions/MOIS").statusCode()).isEqualTo(200);
                JsonPath verified =
                        new JsonPath(second.get("/api/v1/audit/verify").body());
                assertThat(verified.getBoolean("intact")).isTrue();
                assertThat(verified.getLong("entries")).isPositive();
                second.stop();
            }
            assertThat(data.resolve("pg17/postmaster.pid"))
                    .as("PostgreSQL stopped with it")
                    .doesNotExist();
        }
    }

    @Test
    void a_second_instance_on_the_same_directory_is_refused_clearly() {
        try (PackagedServer first = PackagedServer.start(root, Map.of());
                PackagedServer second = PackagedServer.launch(root, Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.log())
                    .contains("Haetae does not start: another instance (process ")
                    .contains("is running on " + root)
                    .doesNotContain("\tat ");
            assertThat(first.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void with_an_external_url_no_own_database_starts_and_one_user_for_both_is_warned_about() {
        try (EmbeddedDatabase external = EmbeddedDatabase.start(root.resolve("external"))) {
            Map<String, String> found = external.properties();
            Map<String, String> oneUser = new HashMap<>();
            oneUser.put("QUARKUS_DATASOURCE_JDBC_URL", found.get("quarkus.datasource.jdbc.url"));
            oneUser.put("QUARKUS_DATASOURCE_USERNAME", found.get("quarkus.flyway.username"));
            oneUser.put("QUARKUS_DATASOURCE_PASSWORD", found.get("quarkus.flyway.password"));
            Path data = root.resolve("data");

            try (PackagedServer server = PackagedServer.start(data, oneUser)) {
                assertThat(data.resolve("pg17")).doesNotExist();
                assertThat(data.resolve("haetae.lock")).doesNotExist();
                assertThat(server.get("/q/health/ready").body()).contains("Give Flyway a user of its own");
                server.stop();
            }
        }
    }

    @Test
    void where_an_own_database_is_forbidden_a_forgotten_url_is_told() {
        try (PackagedServer server = PackagedServer.launch(root, Map.of("HAETAE_EMBEDDED_DATABASE", "false"))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log()).contains("Haetae does not start: QUARKUS_DATASOURCE_JDBC_URL is not set");
            assertThat(root.resolve("pg17")).doesNotExist();
        }
    }
}
