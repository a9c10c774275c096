package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.register.ConfirmedGradeService;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a grade obliges to, and what incidents and planned work say of it. */
@QuarkusTest
class DutyIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Inject
    MovableClock clock;

    @Inject
    ConfirmedGradeService grades;

    private String code = "";

    @BeforeEach
    @ActivateRequestContext
    void a_system_of_grade_one() {
        clock.setTo(MovableClock.START);
        World.build();
        As.institution("DUOWN", "AGENCY", "MOIS", "MOIS");
        As.create("du.officer", "OFFICER", "DUOWN");
        As.create("du.operator", "OPERATOR", "DUOWN");
        code = "DU-" + COUNTER.incrementAndGet();
        As.admin().body("""
                        {"code":"%s","name":{"ko":"의무 확인","en":"Duties"},"owner":"DUOWN","operator":"DUOWN","audience":"CITIZEN",
                         "zone":"INTERNET"}""".formatted(code)).post("/api/v1/systems").then().statusCode(201);
        grades.confirm(code, 1, clock.instant());
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    private ValidatableResponse duties(String month) {
        return As.person("du.officer")
                .get("/api/v1/systems/" + code + "/duties?month=" + month)
                .then()
                .statusCode(200);
    }

    private static String duty(String id, String field) {
        return "duties.find { it.id == '" + id + "' }." + field;
    }

    private void fails(String since, String until, String service) {
        String number = As.person("du.operator")
                .body(
                        "{\"kind\":\"FAILURE\",\"title\":\"중단\",\"occurredAt\":\"%s\",\"systems\":[{\"code\":\"%s\",\"service\":\"%s\"}]}"
                                .formatted(since, code, service))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        As.person("du.operator")
                .body("{\"recoveredAt\":\"" + until + "\",\"level\":\"FULL\"}")
                .put("/api/v1/incidents/" + number + "/systems/" + code + "/recovery")
                .then()
                .statusCode(200);
    }

    @Test
    void a_grade_brings_its_duties_and_what_nobody_has_said_is_unknown() {
        duties("2026-11")
                .body("systemGrade", equalTo(1))
                .body("ruleSet", equalTo("grade-duty/sla-2025"))
                .body(duty("availability", "limit.percent"), equalTo(99.92f))
                .body(duty("availability", "state"), equalTo("MET"))
                .body(duty("fixTime", "limit.minutes"), equalTo(120))
                .body(duty("diagnosis", "state"), equalTo("UNKNOWN"))
                .body(duty("disasterRecovery", "state"), equalTo("UNKNOWN"));
        duties("2027-01").body(duty("availability", "state"), equalTo("UNKNOWN"));
        As.person("du.officer")
                .get("/api/v1/systems/" + code + "/duties?month=November")
                .then()
                .statusCode(422);
        As.person("op.na").get("/api/v1/systems/" + code + "/duties").then().statusCode(404);
    }

    @Test
    void a_failure_costs_availability_and_planned_work_does_not() {
        clock.setTo(Instant.parse("2026-11-20T00:00:00Z"));
        String window = As.person("du.operator")
                .body("""
                        {"title":"점검","systems":["%s"],"from":"2026-11-21T01:00:00+09:00","until":"2026-11-21T03:00:00+09:00",
                         "rrule":null,"announcement":null}""".formatted(code))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.person("du.officer")
                .put("/api/v1/maintenance-windows/" + window + "/approval")
                .then()
                .statusCode(200);
        clock.setTo(Instant.parse("2026-11-21T05:00:00Z"));
        fails("2026-11-21T02:00:00+09:00", "2026-11-21T05:10:00+09:00", "STOPPED"); // an hour of it planned
        fails("2026-11-21T06:00:00+09:00", "2026-11-21T09:00:00+09:00", "DEGRADED"); // does not count
        clock.setTo(Instant.parse("2026-12-02T00:00:00Z"));

        duties("2026-11")
                .body(duty("fixTime", "measured"), equalTo(130))
                .body(duty("fixTime", "state"), equalTo("NOT_MET"))
                .body(duty("availability", "state"), equalTo("NOT_MET"));
        As.person("du.officer")
                .get("/api/v1/service-levels/DUOWN/2026-11")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("systems.find { it.code == '" + code + "' }.operatingMinutes", equalTo(30 * 24 * 60 - 120))
                .body("systems.find { it.code == '" + code + "' }.downMinutes", equalTo(130))
                .body("systems.find { it.code == '" + code + "' }.failures", equalTo(1))
                // (43,080 − 130) ÷ 43,080
                .body("systems.find { it.code == '" + code + "' }.availability", equalTo(99.6982f))
                .body("systems.find { it.code == '" + code + "' }.state", equalTo("NOT_MET"));
        As.person("du.officer")
                .accept("text/csv")
                .get("/api/v1/service-levels/DUOWN/2026-11")
                .then()
                .statusCode(200)
                .body(containsString("2026-11," + code + ",\"의무 확인\",1,43080,130,1,130,99.6982,99.92,NOT_MET"));
        As.person("op.na").get("/api/v1/service-levels/DUOWN/2026-11").then().body("systems", hasSize(0));
        As.person("du.officer")
                .get("/api/v1/service-levels/NOWHERE/2026-11")
                .then()
                .statusCode(404);
    }

    @Test
    void a_system_that_was_not_in_service_in_a_month_is_not_in_its_report() {
        As.admin().body("""
                        {"code":"%s-OLD","name":{"ko":"종료","en":"Ended"},"owner":"DUOWN","operator":"DUOWN","audience":"CITIZEN",
                         "zone":"INTERNET","inServiceFrom":"2020-01-01","inServiceUntil":"2026-10-31"}""".formatted(code)).post("/api/v1/systems").then().statusCode(201);
        String found = "systems.findAll { it.code == '" + code + "-OLD' }";
        As.person("du.officer")
                .get("/api/v1/service-levels/DUOWN/2026-10")
                .then()
                .body(found, hasSize(1));
        As.person("du.officer")
                .get("/api/v1/service-levels/DUOWN/2026-11")
                .then()
                .body(found, hasSize(0));
    }

    private void served(String from) {
        String path = "/api/v1/systems/" + code;
        As.admin()
                .header("If-Match", As.admin().get(path).header("ETag"))
                .body("""
                        {"code":"%s","name":{"ko":"의무 확인","en":"Duties"},"owner":"DUOWN","operator":"DUOWN","audience":"CITIZEN",
                         "zone":"INTERNET","inServiceFrom":"%s"}""".formatted(code, from))
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void of_a_month_in_which_a_system_came_into_use_only_its_use_counts_and_one_before_has_no_figure() {
        served("2026-11-21");
        clock.setTo(Instant.parse("2026-11-21T05:00:00Z"));
        fails(
                "2026-11-20T22:00:00+09:00",
                "2026-11-21T02:00:00+09:00",
                "STOPPED"); // the first two hours before its use
        clock.setTo(Instant.parse("2026-12-02T00:00:00Z"));
        String line = "systems.find { it.code == '" + code + "' }.";
        As.person("du.officer")
                .get("/api/v1/service-levels/DUOWN/2026-11")
                .then()
                .body(line + "operatingMinutes", equalTo(10 * 24 * 60))
                .body(line + "downMinutes", equalTo(120))
                .body(line + "inUse.from", equalTo("2026-11-21"))
                .body(line + "inUse.until", nullValue())
                // (14,400 − 120) ÷ 14,400
                .body(line + "availability", equalTo(99.1666f));
        duties("2026-11")
                .body("availability", equalTo(99.1666f))
                .body("inUse.from", equalTo("2026-11-21"))
                .body(duty("fixTime", "measured"), equalTo(120));
        duties("2026-10")
                .body("availability", nullValue())
                .body("inUse", nullValue())
                .body(duty("availability", "state"), equalTo("UNKNOWN"))
                .body(duty("fixTime", "state"), equalTo("UNKNOWN"));
        duties("2026-12").body("availability", equalTo(100.0f)).body("inUse", nullValue());
        assertThat(RestAssured.given()
                        .auth()
                        .preemptive()
                        .basic("du.officer", As.PASSWORD)
                        .accept("text/html")
                        .get("/systems/" + code + "/duties?month=2026-11")
                        .asString())
                .contains("2026. 11. 21.부터 사용");
    }

    @Test
    void an_incident_that_was_a_mistake_costs_nothing() {
        clock.setTo(Instant.parse("2026-11-21T05:00:00Z"));
        String number = As.person("du.operator")
                .body("{\"kind\":\"FAILURE\",\"title\":\"오인\",\"systems\":[{\"code\":\"%s\",\"service\":\"STOPPED\"}]}"
                        .formatted(code))
                .post("/api/v1/incidents")
                .path("number");
        clock.advance(Duration.ofHours(2));
        duties("2026-11").body(duty("availability", "state"), equalTo("NOT_MET"));
        As.person("du.operator")
                .body("{\"reason\":\"오인\"}")
                .put("/api/v1/incidents/" + number + "/cancellation")
                .then()
                .statusCode(200);
        duties("2026-11").body("availability", equalTo(100.0f));
    }

    @Test
    void what_nothing_measures_its_people_say_with_evidence() {
        String path = "/api/v1/systems/" + code + "/duties/";
        As.person("du.officer")
                .body("{\"met\":false,\"evidence\":\"재해복구 계획 2026-3\"}")
                .put(path + "disasterRecovery")
                .then()
                .statusCode(200)
                .body(duty("disasterRecovery", "state"), equalTo("NOT_MET"))
                .body(duty("disasterRecovery", "said.by"), equalTo("du.officer"));
        As.person("du.operator")
                .body("{\"doneOn\":\"2023-11-22\",\"evidence\":\"진단 보고서\"}")
                .put(path + "diagnosis")
                .then()
                .body(duty("diagnosis", "state"), equalTo("NOT_MET")); // three years and a day ago
        As.person("du.operator")
                .body("{\"doneOn\":\"2023-11-23\",\"evidence\":\"진단 보고서\"}")
                .put(path + "diagnosis")
                .then()
                .body(duty("diagnosis", "state"), equalTo("MET"));
        As.person("du.operator")
                .body("{\"met\":true,\"evidence\":\"x\"}")
                .put(path + "availability")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("duty-is-measured"));
        As.person("du.operator")
                .body("{\"met\":true,\"evidence\":\"x\"}")
                .put(path + "backup")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/doneOn"));
        As.person("du.operator")
                .body("{\"doneOn\":\"2026-11-24\",\"evidence\":\"x\"}")
                .put(path + "backup")
                .then()
                .statusCode(422);
        As.person("du.operator")
                .body("{\"met\":true,\"evidence\":\"x\"}")
                .put(path + "NONSENSE")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/duty"));
    }

    @Test
    void without_a_confirmed_grade_there_are_no_duties_yet() {
        As.person("op.nirs")
                .get("/api/v1/systems/BOKJIRO/duties")
                .then()
                .statusCode(200)
                .body("systemGrade", nullValue())
                .body("duties", hasSize(0));
    }

    @Test
    void the_pages_show_it_and_take_what_is_said() {
        page("/systems/" + code + "/duties")
                .body(containsString("Structural diagnosis"))
                .body(containsString("Unknown"));
        As.person("du.operator")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .formParams("met", "true", "evidence", "contract 7")
                .post("/systems/" + code + "/duties/monitoring")
                .then()
                .statusCode(303);
        page("/systems/" + code + "/duties").body(containsString("contract 7"));
        As.person("du.operator")
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .formParams("met", "true", "evidence", "")
                .post("/systems/" + code + "/duties/monitoring")
                .then()
                .statusCode(422);
        page("/grading/service-levels?month=2026-11").body(containsString(code));
    }

    private static ValidatableResponse page(String path) {
        return As.person("du.operator")
                .accept(ContentType.HTML)
                .get(path)
                .then()
                .statusCode(200);
    }
}
