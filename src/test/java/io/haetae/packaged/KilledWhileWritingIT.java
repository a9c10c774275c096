package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileWritingIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;

    private static final String INSTITUTION =
            "{\"code\":\"MOIS\",\"name\":{\"ko\":\"행정안전부\",\"en\":\"MOIS\"},\"kind\":\"MINISTRY\",\"centralAuthority\":\"MOIS\"}";
    private static final String OPERATOR =
            "{\"username\":\"op\",\"password\":\"%s\",\"name\":\"당직\",\"roles\":[\"OPERATOR\"],\"institution\":\"MOIS\"}";
    private static final String SYSTEM =
            "{\"code\":\"GOV24\",\"name\":{\"ko\":\"정부24\",\"en\":\"Government24\"},\"owner\":\"MOIS\",\"operator\":\"MOIS\","
                    + "\"audience\":\"CITIZEN\",\"zone\":\"INTERNET\"}";
    private static final String FAILURE =
            "{\"kind\":\"FAILURE\",\"title\":\"정부24 접속 불가\",\"systems\":[{\"code\":\"GOV24\",\"service\":\"STOPPED\"}]}";

    @TempDir
    Path data;

    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);

    @Test
    void everything_acknowledged_is_there_after_the_next_start_and_the_journal_verifies() throws Exception {
        try (PackagedServer first = PackagedServer.start(data, Map.of())) {
            created(first.post("/api/v1/institutions", INSTITUTION));
            created(first.post("/api/v1/people", OPERATOR.formatted(PackagedServer.ADMIN_PASSWORD)));
            created(first.post("/api/v1/systems", SYSTEM));
            killWhileWriting(first);

            try (PackagedServer second = PackagedServer.start(data, Map.of())) {
                assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
                assertThat(acknowledged).allSatisfy(number -> {
                    assertThat(asOperator(second, "/api/v1/incidents/" + number).statusCode())
                            .isEqualTo(200);
                    assertThat(new JsonPath(second.get("/api/v1/audit?subject=" + number)
                                            .body())
                                    .getList("items.action"))
                            .contains("incident.declared");
                });
                JsonPath verified =
                        new JsonPath(second.get("/api/v1/audit/verify").body());
                assertThat(verified.getBoolean("intact"))
                        .as(verified.prettify())
                        .isTrue();
                assertThat(verified.getLong("entries")).isGreaterThanOrEqualTo(acknowledged.size());
                second.stop();
            }
        }
    }

    private void killWhileWriting(PackagedServer server) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(() -> writeUntilKilled(server)));
        }
        assertThat(enough.await(3, TimeUnit.MINUTES)).as(server.log()).isTrue();
        server.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
    }

    private void writeUntilKilled(PackagedServer server) {
        HttpRequest request = server.request("/api/v1/incidents", "op")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(FAILURE))
                .build();
        try {
            while (true) {
                HttpResponse<String> answer = server.send(request);
                created(answer);
                acknowledged.add(new JsonPath(answer.body()).getString("number"));
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // The connection ends with the process. Whatever was answered before counts as acknowledged.
            assertThat(enough.getCount()).as(killed.toString()).isZero();
        }
    }

    private static HttpResponse<String> asOperator(PackagedServer server, String path) {
        return server.send(server.request(path, "op").GET().build());
    }

    private static void created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
