package io.haetae.crisis;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlaybookIT {

    @Inject
    MovableClock clock;

    @Inject
    CrisisSweep sweep;

    @BeforeEach
    void now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void each_stage_that_stands_begins_its_playbook_once() {
        As.institution("MOIS", "MINISTRY", null, "MOIS");
        As.create("pb.op", "OPERATOR", "MOIS");
        As.create("pb.hq", "HQ", "MOIS");
        As.admin().body("""
                        {"code":"PB-1","name":{"ko":"절차 대상","en":"Subject"},"owner":"MOIS","operator":"MOIS","leadAgency":"MOIS"}
                        """).post("/api/v1/systems").then().statusCode(201);
        String incident = As.person("pb.op").body("""
                        {"kind":"FAILURE","title":"절차 시험","systems":[{"code":"PB-1","service":"STOPPED"}]}
                        """).post("/api/v1/incidents").path("number");
        String crisis = As.person("pb.hq")
                .body("""
                        {"title":"절차","incidents":["%s"]}""".formatted(incident))
                .post("/api/v1/crises")
                .path("number");

        decide(crisis, "CAUTION");
        sweep.run();
        sweep.run();
        runs(crisis).body("items.manual", contains("crisis/stage-caution"));
        clock.advance(Duration.ofHours(1));
        decide(crisis, "ALERT");
        sweep.run();
        runs(crisis)
                .body("items", hasSize(2))
                .body("items[0].manual", org.hamcrest.Matchers.equalTo("crisis/stage-alert"));
    }

    private static io.restassured.response.ValidatableResponse runs(String crisis) {
        return As.person("pb.hq")
                .queryParam("subject", crisis + "/MOIS")
                .get("/api/v1/runs")
                .then()
                .statusCode(200);
    }

    private static void decide(String crisis, String stage) {
        As.person("pb.hq")
                .body("""
                        {"leadAgency":"MOIS","stage":"%s","reason":"결정","decidedBy":{"name":"홍길동","position":"장관"}}
                        """.formatted(stage))
                .post("/api/v1/crises/" + crisis + "/stages")
                .then()
                .statusCode(201);
    }
}
