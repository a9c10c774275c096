package io.haetae.continuity;

import static io.haetae.continuity.Counter.ACTIVATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day by hand: 10,000 receipts in, processed and checked by two clerks at once, and reconciled to zero. */
@QuarkusTest
class TenThousandReceiptsIT {

    private static final int EACH = 5_000;

    @Inject
    MovableClock clock;

    @BeforeEach
    void the_evening_of_17_november() {
        clock.setTo(Instant.parse("2023-11-17T11:00:00Z"));
        Counter.open();
    }

    @Test
    void two_clerks_at_once_lose_none_and_do_none_twice() throws Exception {
        String system = Counter.system();
        String incident = Counter.incident(system, "2023-11-17T08:46:00+09:00");
        String id = Counter.activated(system, incident);
        As.person("clerk.a")
                .contentType("text/csv; charset=UTF-8")
                .body(file(10, "900101-1234567"))
                .post(ACTIVATIONS + "/" + id + "/receipts/import")
                .then()
                .statusCode(422)
                .body("applied", equalTo(false))
                .body("rows.size()", equalTo(10))
                .body("rows[9].errors[0].code", equalTo("resident-number"));
        As.person("clerk.a")
                .contentType("text/csv; charset=UTF-8")
                .body(file(10, "등본"))
                .post(ACTIVATIONS + "/" + id + "/receipts/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("refused", equalTo(0));

        both(clerk -> As.person(clerk)
                .contentType("text/csv; charset=UTF-8")
                .body(file(EACH, "등본"))
                .post(ACTIVATIONS + "/" + id + "/receipts/import")
                .then()
                .statusCode(200)
                .body("taken", equalTo(EACH))
                .extract()
                .path("taken"));
        reconciled(id, 10_000, 10_000, 0);

        clock.setTo(Instant.parse("2023-11-18T01:00:00Z"));
        Counter.recover(incident, system, "2023-11-18T09:00:00+09:00");
        List<Integer> processed = both(clerk -> untilNothingIsLeft(
                clerk, id, "processing", "{\"limit\":700,\"processedAt\":\"2023-11-18T10:00:00+09:00\"}", "left"));
        assertThat(processed.get(0) + processed.get(1)).isEqualTo(10_000);
        reconciled(id, 10_000, 0, 10_000);

        List<Integer> checked = both(clerk -> untilNothingIsDone(clerk, id));
        assertThat(checked.get(0)).isEqualTo(processed.get(1));
        assertThat(checked.get(1)).isEqualTo(processed.get(0));
        As.person("clerk.a")
                .get(ACTIVATIONS + "/" + id + "/reconciliation")
                .then()
                .body("settled", equalTo(true))
                .body("open", equalTo(0))
                .body("difference", equalTo(0));
        As.person("clerk.a")
                .get("/api/v1/continuity/receipts?activation=" + id + "&limit=1")
                .then()
                .body("items[0].deadline.deadline", equalTo("2023-11-20"))
                .body("items[0].processing.effectiveOn", equalTo("2023-11-17"));
        As.person("clerk.b")
                .body("{}")
                .put(ACTIVATIONS + "/" + id + "/closure")
                .then()
                .statusCode(200)
                .body("receipts.processed", equalTo(10_000));
    }

    private static int untilNothingIsLeft(String clerk, String id, String noun, String body, String left) {
        int done = 0;
        while (true) {
            JsonPath answer = As.person(clerk)
                    .body(body)
                    .put(ACTIVATIONS + "/" + id + "/" + noun)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            done += answer.getInt("done");
            if (answer.getInt(left) == 0) {
                return done;
            }
        }
    }

    /** What is left to check is what this clerk processed: the other one's. */
    private static int untilNothingIsDone(String clerk, String id) {
        int done = 0;
        while (true) {
            int now = As.person(clerk)
                    .body("{\"limit\":900}")
                    .put(ACTIVATIONS + "/" + id + "/check")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("done");
            done += now;
            if (now == 0) {
                return done;
            }
        }
    }

    private static void reconciled(String id, int issued, int received, int processed) {
        As.person("clerk.a")
                .get(ACTIVATIONS + "/" + id + "/reconciliation")
                .then()
                .statusCode(200)
                .body("total.issued", equalTo(issued))
                .body("total.received", equalTo(received))
                .body("total.processed", equalTo(processed))
                .body("difference", equalTo(0));
    }

    private static String file(int rows, String last) {
        StringBuilder file =
                new StringBuilder("service,office,receivedAt,originalDeadline,applicant,contact,content\n");
        for (int i = 1; i <= rows; i++) {
            file.append("CERT,").append(i % 3 == 0 ? "서울" : "대전").append(",2023-11-17 10:00,2023-11-17,신청인 ");
            file.append(i)
                    .append(",010-0000-0000,")
                    .append(i == rows ? last : "등본")
                    .append('\n');
        }
        return file.toString();
    }

    private interface Work {
        int by(String clerk);
    }

    private static List<Integer> both(Work work) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> one = () -> work.by("clerk.a");
            Callable<Integer> other = () -> work.by("clerk.b");
            Future<Integer> first = hands.submit(one);
            Future<Integer> second = hands.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            hands.shutdown();
        }
    }
}
