package io.haetae.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.duty.CallOutDriver;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main line, request by request. The field names here are the contract with other systems. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationIT {

    @Inject
    MovableClock clock;

    @Inject
    CallOutDriver callOuts;

    private static String incident;

    @BeforeEach
    void a_monday_morning() {
        clock.setTo(MovableClock.START);
    }

    @Test
    @Order(1)
    void institutions() {
        As.admin()
                .body("""
                        {"code":"CV-MOIS","name":{"ko":"행정안전부","en":"Ministry of the Interior and Safety"},"kind":"MINISTRY",
                         "parent":null,"centralAuthority":"CV-MOIS","standardCode":"1741000","region":null,
                         "validFrom":"2017-07-26","validUntil":null}
                        """)
                .post("/api/v1/institutions")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/institutions/CV-MOIS"));
        As.institution("CV-NIRS", "AGENCY", "CV-MOIS", "CV-MOIS");
    }

    @Test
    @Order(2)
    void people() {
        As.admin()
                .body("""
                        {"username":"cv.cio","password":"%s","name":"정책관","roles":["OFFICER"],"institution":"CV-MOIS"}
                        """.formatted(As.PASSWORD))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .body("roles", equalTo(List.of("OFFICER")))
                .body("$", not(hasKey("password")));
        As.create("cv.op", "OPERATOR", "CV-NIRS");
        As.create("cv.sit", "SITUATION", "CV-MOIS");
        As.create("cv.sup", "SUPPORT", "CV-NIRS");
        As.create("cv.auth", "AUTHORITY", "CV-MOIS");
        As.create("cv.hq", "HQ", "CV-MOIS");
        As.create("cv.aud", "AUDITOR", "CV-MOIS");
    }

    @Test
    @Order(3)
    void sites() {
        As.admin().body("""
                        {"code":"CV-DAEJEON","name":{"ko":"국가정보자원관리원 대전","en":"NIRS Daejeon"},"kind":"NIRS",
                         "host":"CV-NIRS","region":"대전","rooms":["5F-7-1","5F-7"]}
                        """).post("/api/v1/sites").then().statusCode(201).body("rooms", hasItem("5F-7-1"));
    }

    @Test
    @Order(4)
    void systems_and_dependencies() {
        As.admin().body("""
                        {"code":"CV-GPKI","name":{"ko":"행정전자서명","en":"Government PKI"},"owner":"CV-MOIS",
                         "operator":"CV-NIRS","leadAgency":"CV-MOIS","site":"CV-DAEJEON","room":"5F-7",
                         "audience":"SHARED","zone":"INTERNAL"}
                        """).post("/api/v1/systems").then().statusCode(201);
        As.admin()
                .body("""
                        {"code":"CV-GOV24","name":{"ko":"정부24","en":"Government24"},"owner":"CV-MOIS","operator":"CV-NIRS",
                         "leadAgency":"CV-MOIS","site":"CV-DAEJEON","room":null,"audience":"CITIZEN","zone":"INTERNET",
                         "dataClass":"OPEN","major":true,"externalIds":[{"scheme":"budget","id":"CV-1"}],
                         "publicText":{"ko":"정부24 이용이 어렵습니다.","en":"Government24 is not available."},
                         "services":[{"code":"CERT","name":{"ko":"증명서 발급","en":"Certificates"},"emergency":false,
                           "deadlines":["주민등록 정정 신고 14일"],
                           "substitutes":[{"name":{"ko":"주민센터 방문","en":"Visit a community centre"},"kind":"COUNTER",
                             "contact":"110","hours":"09:00-18:00","region":null,"dependsOn":["CV-GPKI"]}]}]}
                        """)
                .post("/api/v1/systems")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("code", equalTo("CV-GOV24"))
                .body("$", hasKey("systemGrade"))
                .body("systemGrade", nullValue());
        As.admin()
                .header("If-Match", "\"1\"")
                .body("[{\"on\":\"CV-GPKI\",\"type\":\"AUTHENTICATION\"}]")
                .put("/api/v1/systems/CV-GOV24/dependencies")
                .then()
                .statusCode(200);
        Response page = As.person("cv.cio")
                .queryParam("q", "정부")
                .queryParam("owner", "CV-MOIS")
                .queryParam("limit", 1)
                .get("/api/v1/systems");
        page.then().statusCode(200).body("items.code", equalTo(List.of("CV-GOV24")));
        As.person("cv.cio")
                .queryParam("asOf", "2025-09-30T00:00:00+09:00")
                .get("/api/v1/systems")
                .then()
                .statusCode(200)
                .body("items.code", not(hasItem("CV-GOV24")));
        As.person("cv.cio")
                .queryParam("limit", 1)
                .queryParam("owner", "CV-MOIS")
                .get("/api/v1/systems")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("next", notNullValue());
    }

    @Test
    @Order(5)
    void a_system_grade_from_draft_to_notified() {
        Response draft = As.person("cv.cio").body("""
                        {"ruleSet":"system-grade/mois-2024",
                         "facts":{"businessImpact":"ACTUAL_LOSS","annualUsers":30000000,"affectedSystems":250}}
                        """).post("/api/v1/systems/CV-GOV24/assessments");
        draft.then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("state", equalTo("DRAFT"))
                .body("result.grade", equalTo(1))
                .body("result.score", equalTo(100.0f))
                .body("result.criteria[0].criterion", equalTo("businessImpact"))
                .body("result.criteria[0].fact", equalTo("ACTUAL_LOSS"))
                .body("result.criteria[0].points", is(40))
                .body("result.criteria[0].max", is(40))
                .body("result.criteria[0].why.ko", notNullValue())
                .body("result.cutOff.grade", equalTo(1))
                .body("result.cutOff.atLeast", is(90))
                .body("result", hasKey("nextGrade"));
        String id = draft.path("id");
        As.person("cv.cio")
                .body("{}")
                .put("/api/v1/assessments/" + id + "/submission")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        As.person("cv.auth")
                .body("""
                        {"outcome":"CONFIRMED","grade":1,"reason":"기준 충족","decidedBy":{"name":"김","position":"과장"},
                         "documentNumber":"디지털정부-123"}
                        """)
                .put("/api/v1/assessments/" + id + "/decision")
                .then()
                .statusCode(200);
        As.person("cv.cio").get("/api/v1/systems/CV-GOV24").then().body("systemGrade", equalTo(1));
        As.person("cv.cio")
                .body(
                        "{\"facts\":{\"businessImpact\":\"ACTUAL_LOSS\",\"annualUsers\":30000000,\"affectedSystems\":250}}")
                .post("/api/v1/rule-sets/system-grade/mois-2024/versions/1/evaluation")
                .then()
                .statusCode(200)
                .body("grade", equalTo(1));
    }

    @Test
    @Order(6)
    void an_incident_logged() {
        Response logged = As.person("cv.op").body("""
                        {"kind":"FAILURE","title":"정부24 접속 불가","occurredAt":null,"detectedAt":"2026-11-23T03:00:00+09:00",
                         "recognisedAt":"2026-11-23T09:58:00+09:00","source":"MONITORING",
                         "systems":[{"code":"CV-GOV24","service":"STOPPED","lostShare":1.0,
                                     "people":{"count":1200000,"basis":"ESTIMATED"},"data":"NONE","redundancyLost":false,
                                     "substitute":"AVAILABLE","services":["CERT"]}],
                         "locations":[{"site":"CV-DAEJEON","room":"5F-7-1","state":"OUT"}],
                         "regions":[],"affectedInstitutions":[],"lifeSafety":false,"security":"NONE","deadlineToday":false,
                         "cause":"조사 중","damage":"증명서 발급 중단","actions":"우회 안내","department":"운영과",
                         "contact":"042-000-0000","expectedRecoveryAt":null,
                         "declaredGrade":null,"reason":null,"visibility":"NORMAL","exercise":false}
                        """).post("/api/v1/incidents");
        logged.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/incidents/INC-2026-\\d{6}"))
                .body("state", equalTo("OPEN"))
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.provisional", equalTo(true))
                .body("failureGrade.ruleSet", equalTo("failure-grade/product-default"))
                .body("failureGrade.version", equalTo("1"))
                .body("failureGrade.reasons[0].criterion", notNullValue())
                .body("failureGrade.reasons[0].why.en", notNullValue())
                .body("awarenessGapSeconds", equalTo(25080))
                .body("clocks.kind", hasItem("NOTIFY_SITUATION_ROOM"))
                .body("links.runs", notNullValue())
                .body("links.escalations", notNullValue())
                .body("links.timeline", notNullValue());
        incident = logged.path("number");
    }

    @Test
    @Order(7)
    void facts_and_grade() {
        As.person("cv.op")
                .body("{\"systems\":[{\"code\":\"CV-GOV24\",\"service\":\"DEGRADED\"}]}")
                .put("/api/v1/incidents/" + incident + "/facts")
                .then()
                .statusCode(200);
        As.person("cv.sit")
                .body("{\"outcome\":\"CHANGED\",\"grade\":2,\"reason\":\"우회 접속 가능\"}")
                .put("/api/v1/incidents/" + incident + "/grade")
                .then()
                .statusCode(200)
                .body("failureGrade.grade", equalTo(2))
                .body("failureGrade.provisional", equalTo(false));
        As.person("cv.sit")
                .get("/api/v1/incidents/" + incident + "/grades")
                .then()
                .body("items[0].origin", equalTo("CHANGED"));
    }

    @Test
    @Order(8)
    void deliveries_then_acknowledged() {
        callOuts.run();
        As.person("cv.op")
                .get("/api/v1/deliveries?incident=" + incident)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(1))
                .body("items[0]", hasKey("to"))
                .body("items[0]", hasKey("channel"))
                .body("items[0]", hasKey("state"))
                .body("items[0]", hasKey("level"))
                .body("items[0]", hasKey("at"));
        As.person("cv.op")
                .body("{\"note\":\"확인\",\"by\":\"PAGE\",\"onBehalfOf\":null}")
                .put("/api/v1/incidents/" + incident + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", notNullValue());
        As.person("cv.op")
                .get("/api/v1/deliveries?incident=" + incident)
                .then()
                .body(
                        "items.findAll{it.to=='cv.op' && it.channel=='IN_APP'}.state",
                        everyItem(equalTo("ACKNOWLEDGED")));
    }

    @Test
    @Order(9)
    void manuals_and_runs() {
        As.person("cv.op")
                .get("/api/v1/manuals?kind=SOP")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("sop/failure-management"))
                .body("items.kind", everyItem(equalTo("SOP")));
        Response started = As.person("cv.op")
                .body("{\"manual\":\"sop/failure-management\",\"subject\":{\"kind\":\"INCIDENT\",\"id\":\"%s\"}}"
                        .formatted(incident))
                .post("/api/v1/runs");
        started.then().statusCode(201).header("Location", matchesPattern(".*/api/v1/runs/[0-9a-f-]{36}"));
        String run = started.path("id");
        As.person("cv.op")
                .get("/api/v1/runs?subject=" + incident)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(run)));
        for (String step : List.of("confirm-alarm", "call-on-duty")) {
            As.person("cv.op")
                    .body("{\"outcome\":\"NOT_APPLICABLE\",\"evidence\":\"신고로 인지\",\"reason\":\"알람 없음\"}")
                    .put("/api/v1/runs/" + run + "/steps/" + step + "/result")
                    .then()
                    .statusCode(200);
        }
        As.person("cv.op")
                .body("{\"outcome\":\"refused\",\"evidence\":\"전원 무응답\"}")
                .put("/api/v1/runs/" + run + "/steps/call-answered/result")
                .then()
                .statusCode(200)
                .body("steps.find { it.step == 'call-answered' }.outcome", equalTo("refused"))
                .body("steps.find { it.standing == 'READY' }.step", equalTo("call-next-level"));
    }

    @Test
    @Order(10)
    void recovered_closed_and_opened_again() {
        As.person("cv.op")
                .body("""
                        {"recoveredAt":"2026-11-23T09:59:00+09:00","level":"FULL","verifiedBy":"김","workaround":null}
                        """)
                .put("/api/v1/incidents/" + incident + "/systems/CV-GOV24/recovery")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"));
        As.person("cv.op")
                .body("{\"reason\":\"x\"}")
                .put("/api/v1/incidents/" + incident + "/cancellation")
                .then()
                .statusCode(409)
                .body("allowed", hasItem("closure"));
        As.person("cv.op")
                .body("{\"note\":\"정상\"}")
                .put("/api/v1/incidents/" + incident + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        As.person("cv.op")
                .body("{\"reason\":\"재발\"}")
                .delete("/api/v1/incidents/" + incident + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        As.person("cv.op")
                .body("[{\"code\":\"CV-GOV24\",\"recoveredAt\":\"2026-11-23T10:00:00+09:00\",\"level\":\"FULL\"}]")
                .put("/api/v1/incidents/" + incident + "/recoveries")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"));
    }

    @Test
    @Order(11)
    void list_and_timeline() {
        As.person("cv.op")
                .queryParam("institution", "CV-MOIS")
                .queryParam("q", "정부24")
                .queryParam("limit", 50)
                .get("/api/v1/incidents?state=RECOVERED&failureGrade=2")
                .then()
                .statusCode(200)
                .body("items.number", hasItem(incident))
                .body("$", hasKey("next"));
        As.person("cv.op")
                .body("{\"at\":\"2026-11-23T09:30:00+09:00\",\"text\":\"우회 경로 안내\"}")
                .post("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .statusCode(201);
    }

    @Test
    @Order(12)
    void what_anyone_may_read() {
        As.nobody()
                .get("/status/api/v2/summary.json")
                .then()
                .statusCode(200)
                .body("$", hasKey("page"))
                .body("$", hasKey("status"))
                .body("$", hasKey("components"))
                .body("$", hasKey("incidents"));
        As.nobody().accept("*/*").get("/status/feed.atom").then().statusCode(200);
        As.nobody().accept("text/html").get("/status").then().statusCode(200);
    }

    @Test
    @Order(13)
    void journal() {
        Response entries = As.person("cv.aud").get("/api/v1/audit?subject=" + incident);
        entries.then().statusCode(200).body("items.action", hasItem("incident.declared"));
        As.person("cv.aud")
                .get("/api/v1/audit/verify")
                .then()
                .statusCode(200)
                .body("$", hasKey("entries"))
                .body("$", hasKey("sealed"))
                .body("$", hasKey("unsealed"))
                .body("intact", equalTo(true));
        assertThat(entries.asString()).doesNotContain(As.PASSWORD);
    }
}
