package io.haetae.conversation;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The continuity part of the main line, request by request; its field names are the contract with other systems. */
@QuarkusTest
class ContinuityConversationIT {

    @Inject
    MovableClock clock;

    @Test
    void from_activation_to_closure() {
        clock.setTo(Instant.parse("2026-11-23T01:00:00Z"));
        World.build();
        As.create("cc.second", "OPERATOR", "NIRS");
        String incident = As.person("op.nirs")
                .body("""
                        {"kind":"FAILURE","title":"정부24 접속 불가","systems":[{"code":"GOV24","service":"STOPPED"}]}
                        """)
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        String activation = As.person("op.nirs")
                .body("{\"system\":\"GOV24\",\"incident\":\"" + incident + "\"}")
                .post("/api/v1/continuity/activations")
                .then()
                .statusCode(201)
                .body("services[0].code", equalTo("CERT"))
                .body("services[0].substitutes[0]", hasKey("warnings"))
                .extract()
                .path("id");
        String number = As.person("op.nirs")
                .body("""
                        {"activation":"%s","service":"CERT","receivedAt":"2026-11-23T09:30:00+09:00","office":"대전",
                         "originalDeadline":"2026-11-23"}
                        """.formatted(activation))
                .post("/api/v1/continuity/receipts")
                .then()
                .statusCode(201)
                .body("activation", equalTo(activation))
                .body("service", equalTo("CERT"))
                .body("receivedAt", equalTo("2026-11-23T09:30:00+09:00"))
                .body("office", equalTo("대전"))
                .body("originalDeadline", equalTo("2026-11-23"))
                .header("Location", endsWith("-00001"))
                .extract()
                .path("number");
        As.person("op.nirs")
                .body("{}")
                .put("/api/v1/continuity/activations/" + activation + "/closure")
                .then()
                .statusCode(409)
                .body("code", equalTo("continuity.still-open"));
        As.person("op.nirs")
                .body("{\"processedAt\":\"2026-11-23T09:50:00+09:00\",\"effectiveOn\":\"2026-11-23\"}")
                .put("/api/v1/continuity/receipts/" + number + "/processing")
                .then()
                .statusCode(200)
                .body("processing.processedAt", equalTo("2026-11-23T09:50:00+09:00"))
                .body("processing.effectiveOn", equalTo("2026-11-23"));
        As.person("cc.second")
                .body("{\"outcome\":\"CONFIRMED\"}")
                .put("/api/v1/continuity/receipts/" + number + "/check")
                .then()
                .statusCode(200);
        As.person("op.nirs")
                .body("{}")
                .put("/api/v1/continuity/activations/" + activation + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }
}
