package io.haetae.conversation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The crisis part of the main line, request by request. The field names here are the contract with other systems. */
@QuarkusTest
class CrisisConversationIT {

    @Inject
    MovableClock clock;

    @Test
    void a_crisis_its_stages_headquarters_and_board() {
        clock.setTo(MovableClock.START);
        As.institution("MOIS", "MINISTRY", null, "MOIS");
        As.institution("CC-MCST", "MINISTRY", null, "MOIS");
        As.create("cc.op", "OPERATOR", "CC-MCST");
        As.create("cc.hq", "HQ", "MOIS");
        As.admin().body("""
                        {"code":"CC-TOUR","name":{"ko":"관광","en":"Tourism"},"owner":"CC-MCST","operator":"CC-MCST",
                         "leadAgency":"CC-MCST"}
                        """).post("/api/v1/systems").then().statusCode(201);
        String incident = As.person("cc.op")
                .body("""
                        {"kind":"FAILURE","title":"관광 누리집 중단","recognisedAt":"2026-11-23T10:00:00+09:00",
                         "lifeSafety":true,"systems":[{"code":"CC-TOUR","service":"STOPPED"}]}
                        """)
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");

        Response opened = As.person("cc.hq")
                .header("Idempotency-Key", "cc-1")
                .body("""
                        {"title":"관광 장애","incidents":["%s"]}""".formatted(incident))
                .post("/api/v1/crises");
        opened.then()
                .statusCode(201)
                .body("number", matchesPattern("CRI-2026-\\d{4,}"))
                .body("recommendations[0].leadAgency", equalTo("CC-MCST"))
                .body("recommendations[0].stage", equalTo("CAUTION"))
                .body("recommendations[0].ruleSet", equalTo("crisis-stage/product-default"))
                .body("recommendations[0].reasons[0].why", hasKey("ko"))
                .body("recommendations[0].reasons[0].why", hasKey("en"))
                .body("stages", hasSize(0))
                .body("headquarters", hasSize(0));
        String path = "/api/v1/crises/" + opened.path("number");

        As.person("cc.hq")
                .body("""
                        {"leadAgency":"CC-MCST","stage":"SERIOUS","at":"2026-11-23T09:21:00+09:00","reason":"64개 시스템 중단",
                         "assessmentMeeting":{"heldAt":"2026-11-23T09:00:00+09:00","chair":"차관","attendees":["실장"],
                                              "minutes":"심각 발령 의결"},
                         "consultation":{"at":"2026-11-23T09:10:00+09:00","with":"MOIS"},
                         "decidedBy":{"name":"홍길동","position":"장관"},"documentNumber":"문체-1"}
                        """)
                .post(path + "/stages")
                .then()
                .statusCode(201)
                .body("leadAgency", equalTo("CC-MCST"))
                .body("stage", equalTo("SERIOUS"))
                .body("at", equalTo("2026-11-23T09:21:00+09:00"))
                .body("recordedAt", equalTo("2026-11-23T10:00:00+09:00"))
                .body("consultation.with", equalTo("MOIS"))
                .body("assessmentMeeting.attendees", contains("실장"));
        As.person("cc.hq")
                .body("""
                        {"leadAgency":"CC-MCST","stage":"NONE","at":"2026-11-23T09:50:00+09:00","reason":"오발령",
                         "assessmentMeeting":null,"consultation":null,"decidedBy":{"name":"홍길동","position":"장관"},
                         "documentNumber":null}
                        """)
                .post(path + "/stages")
                .then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].pointer", equalTo("/consultation"));

        String headquarters = As.person("cc.hq")
                .body("""
                        {"kind":"CENTRAL_ACCIDENT_HQ","institution":"CC-MCST","head":{"name":"홍길동","position":"장관"},
                         "at":"2026-11-23T09:00:00+09:00"}
                        """)
                .post(path + "/headquarters")
                .then()
                .statusCode(201)
                .body("kind", equalTo("CENTRAL_ACCIDENT_HQ"))
                .body("head.position", equalTo("장관"))
                .body("dissolvedAt", nullValue())
                .extract()
                .path("id");
        As.person("cc.hq")
                .body("{\"at\":\"2026-11-23T09:30:00+09:00\",\"reason\":\"복구\"}")
                .put(path + "/headquarters/" + headquarters + "/dissolution")
                .then()
                .statusCode(200)
                .body("dissolvedAt", equalTo("2026-11-23T09:30:00+09:00"));

        As.person("cc.hq")
                .queryParam("asOf", "2026-11-23T10:00:00+09:00")
                .get(path + "/board")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23T10:00:00+09:00"))
                .body("total", equalTo(1))
                .body("restored", equalTo(0))
                .body("byGrade.'1'.total", equalTo(0))
                .body("byGrade.'1'.restored", equalTo(0));
        As.person("cc.hq")
                .accept("text/csv")
                .get(path + "/board")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("ALL,ALL,0,1,0.0"));
        As.person("cc.hq").get(path).then().statusCode(200).body("links.board", endsWith(path + "/board"));
    }
}
