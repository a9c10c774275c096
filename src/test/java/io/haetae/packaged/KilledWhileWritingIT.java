package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsBeside
class KilledWhileWritingIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;

    private static final String INSTITUTION =
            "{\"code\":\"MOIS\",\"name\":{\"ko\":\"행정안전부\",\"en\":\"MOIS\"},\"kind\":\"MINISTRY\",\"centralAuthority\":\"MOIS\"}";
    private static final String OPERATOR =
            "{\"username\":\"op\",\"password\":\"%s\",\"name\":\"당직\",\"roles\":[\"OPERATOR\"],\"institution\":\"MOIS\"}";
    private static final String SYSTEM =
            "{\"code\":\"GOV24\",\"name\":{\"ko\":\"정부24\",\"en\":\"Government24\"},\"owner\":\"MOIS\",\"operator\":\"MOIS\","
                    + "\"audience\":\"CITIZEN\",\"zone\":\"INTERNET\",\"services\":[{\"code\":\"CERT\","
                    + "\"name\":{\"ko\":\"증명서 발급\",\"en\":\"Certificates\"},\"emergency\":false}]}";
    private static final String FAILURE =
            "{\"kind\":\"FAILURE\",\"title\":\"정부24 접속 불가\",\"systems\":[{\"code\":\"GOV24\",\"service\":\"STOPPED\"}]}";

    @TempDir
    Path data;

    private static final String RECEIPTS = "/api/v1/continuity/receipts";

    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enoughReceipts = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);

    @Test
    void everything_acknowledged_is_there_after_the_next_start_and_the_journal_verifies() throws Exception {
        try (PackagedServer first = PackagedServer.start(data, Map.of())) {
            created(first.post("/api/v1/institutions", INSTITUTION));
            created(first.post("/api/v1/people", OPERATOR.formatted(PackagedServer.ADMIN_PASSWORD)));
            created(first.post("/api/v1/systems", SYSTEM));
            killWhileWriting(first, receipt(first));

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
                everyReceiptIsThere(second);
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

    /** What a counter posts while the system of a first incident is down. */
    private static String receipt(PackagedServer server) {
        String incident = asOperator(server, "/api/v1/incidents", FAILURE, "number");
        String activation = asOperator(
                server,
                "/api/v1/continuity/activations",
                "{\"system\":\"GOV24\",\"incident\":\"%s\"}".formatted(incident),
                "id");
        return "{\"activation\":\"%s\",\"service\":\"CERT\",\"receivedAt\":\"%s\",\"office\":\"세종시청\"}"
                .formatted(activation, Instant.now());
    }

    /** Every receipt whose number a counter was told is in the ledger, and no number was told twice. */
    private void everyReceiptIsThere(PackagedServer server) {
        assertThat(receipts)
                .hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL)
                .doesNotHaveDuplicates();
        assertThat(receipts).allSatisfy(number -> assertThat(
                        asOperator(server, RECEIPTS + "/" + number).statusCode())
                .as(number)
                .isEqualTo(200));
    }

    private void killWhileWriting(PackagedServer server, String receipt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(
                    threads.submit(() -> writeUntilKilled(server, "/api/v1/incidents", FAILURE, acknowledged, enough)));
            writers.add(threads.submit(() -> writeUntilKilled(server, RECEIPTS, receipt, receipts, enoughReceipts)));
        }
        assertThat(enough.await(3, TimeUnit.MINUTES)).as(server.log()).isTrue();
        assertThat(enoughReceipts.await(3, TimeUnit.MINUTES)).as(server.log()).isTrue();
        server.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
    }

    private void writeUntilKilled(
            PackagedServer server, String path, String body, Collection<String> told, CountDownLatch counted) {
        HttpRequest request = posting(server, path, body);
        try {
            while (true) {
                HttpResponse<String> answer = server.send(request);
                created(answer);
                told.add(new JsonPath(answer.body()).getString("number"));
                counted.countDown();
            }
        } catch (UncheckedIOException killed) {
            // The connection ends with the process. Whatever was answered before counts as acknowledged.
            assertThat(counted.getCount()).as(killed.toString()).isZero();
        }
    }

    private static HttpRequest posting(PackagedServer server, String path, String body) {
        return server.request(path, "op")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String asOperator(PackagedServer server, String path, String body, String field) {
        HttpResponse<String> answer = server.send(posting(server, path, body));
        created(answer);
        return new JsonPath(answer.body()).getString(field);
    }

    private static HttpResponse<String> asOperator(PackagedServer server, String path) {
        return server.send(server.request(path, "op").GET().build());
    }

    private static void created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
