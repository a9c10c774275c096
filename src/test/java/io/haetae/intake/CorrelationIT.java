package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.haetae.intake.Sender.Alarm;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine proposes what to see together; nothing happens until a person says so. */
@QuarkusTest
class CorrelationIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String BEFORE = "2026-11-23T00:58:00Z";

    @Inject
    MovableClock clock;

    @Inject
    CorrelationSweep sweep;

    private String n;
    private Sender sender;

    @BeforeEach
    void a_source() {
        clock.setTo(MovableClock.START);
        World.build();
        n = String.valueOf(COUNTER.incrementAndGet());
        sender = Sender.alertmanager("correlation-" + n, "NIRS");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    private String system(String suffix) {
        String code = "CO" + n + "-" + suffix;
        As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"MOIS","operator":"NIRS","leadAgency":null,
                         "audience":"CITIZEN","zone":"INTERNET","major":false,"services":[]}""".formatted(code, code, code))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        return code;
    }

    private String alarm(String fingerprint, String system, String startsAt) {
        Map<String, Object> told =
                sender.send(Alarm.firing(fingerprint, system, startsAt)).get(0);
        return String.valueOf(told.get("incident"));
    }

    private static Map<String, Object> proposal(String number, String rule) {
        List<Map<String, Object>> found = As.person("op.nirs")
                .get("/api/v1/correlations?incident=" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.rule == '" + rule + "' }");
        assertThat(found).as(rule + " about " + number).hasSize(1);
        return found.get(0);
    }

    private static Response decide(@Nullable Object id, String body) {
        return As.person("op.nirs").body(body).put("/api/v1/correlations/" + id + "/decision");
    }

    private static ValidatableResponse timeline(String number) {
        return As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .statusCode(200);
    }

    @Test
    void the_failure_of_what_a_system_depends_on_is_proposed_as_its_cause_and_shown_on_both_once_confirmed() {
        String base = system("BASE");
        String user = system("USER");
        As.admin()
                .header("If-Match", As.admin().get("/api/v1/systems/" + user).header("ETag"))
                .body("[{\"on\":\"%s\",\"type\":\"AUTHENTICATION\"}]".formatted(base))
                .put("/api/v1/systems/" + user + "/dependencies")
                .then()
                .statusCode(200);
        String effect = alarm("f1", user, BEFORE);
        String cause = alarm("f2", base, BEFORE);
        sweep.run();
        sweep.run();

        Map<String, Object> proposal = proposal(effect, "depends-on");
        assertThat(proposal)
                .containsEntry("kind", "CAUSE")
                .containsEntry("target", cause)
                .containsEntry("state", "OPEN")
                .containsEntry("ruleSet", "correlation/product-default");
        assertThat(String.valueOf(proposal.get("members")))
                .contains("%s depends on %s (AUTHENTICATION), which is affected in %s.".formatted(user, base, cause));
        page("/alerts/of/" + effect).body(containsString("제안: 원인 장애로 표시")).body(not(containsString("원인 장애: <a")));
        As.person("op.na")
                .get("/api/v1/correlations/" + proposal.get("id"))
                .then()
                .statusCode(404);
        decide(proposal.get("id"), "{\"outcome\":\"CONFIRMED\",\"reason\":\"\"}")
                .then()
                .statusCode(400);

        decide(proposal.get("id"), "{\"outcome\":\"CONFIRMED\",\"reason\":\"인증 서버 로그 확인\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("decidedBy", equalTo("op.nirs"))
                .body("members.taken", contains(true));

        timeline(effect).body("items.text.en", hasItem("Caused by " + cause + ", a person confirmed: 인증 서버 로그 확인"));
        timeline(cause).body("items.text.en", hasItem("Marked as the cause of " + effect + ": 인증 서버 로그 확인"));
        page("/alerts/of/" + effect).body(containsString("원인 장애: <a href=\"/incidents/" + cause));
        page("/alerts/of/" + cause).body(containsString("이 장애로 인한 장애: <a href=\"/incidents/" + effect));
        decide(proposal.get("id"), "{\"outcome\":\"REJECTED\",\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("intake.decided"));
    }

    @Test
    void what_a_person_rejected_is_not_proposed_again() {
        String code = system("A");
        String first = alarm("f1", code, BEFORE);
        String second = As.person("op.nirs")
                .body("{\"kind\":\"FAILURE\",\"title\":\"두 번째\",\"systems\":[{\"code\":\"%s\"}]}".formatted(code))
                .post("/api/v1/incidents")
                .path("number");
        sweep.run();
        Map<String, Object> proposal = proposal(second, "same-system");
        assertThat(proposal).containsEntry("kind", "JOIN").containsEntry("target", first);

        page("/correlations/" + proposal.get("id")).body(containsString("같은 시스템(" + code + ")"));
        As.person("op.nirs")
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParams("outcome", "REJECTED", "reason", "다른 원인")
                .redirects()
                .follow(false)
                .post("/correlations/" + proposal.get("id") + "/decision")
                .then()
                .statusCode(303);

        As.person("op.nirs")
                .body("{\"kind\":\"FAILURE\",\"title\":\"세 번째\",\"systems\":[{\"code\":\"%s\"}]}".formatted(code))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201);
        sweep.run();
        As.person("op.nirs")
                .get("/api/v1/correlations?state=OPEN&incident=" + second)
                .then()
                .body("items.findAll { it.rule == 'same-system' }.size()", equalTo(0));
        timeline(second).body("items.kind", not(hasItem("LINK_JOINED")));
    }

    @Test
    void an_alarm_that_begins_half_a_day_later_is_proposed_to_be_split_and_begins_another_incident() {
        String code = system("A");
        String number = alarm("f1", code, BEFORE);
        clock.advance(Duration.ofHours(12).plusMinutes(5));
        assertThat(alarm("f2", code, "2026-11-23T13:00:00Z")).isEqualTo(number);

        Map<String, Object> proposal = proposal(number, "late-alarm");
        assertThat(proposal).containsEntry("kind", "SPLIT").containsEntry("target", number);
        decide(proposal.get("id"), "{\"outcome\":\"CONFIRMED\",\"reason\":\"별개 장애\"}")
                .then()
                .statusCode(200);

        List<Map<String, Object>> alerts =
                As.person("op.nirs").get("/api/v1/alerts?system=" + code).path("items");
        String other = String.valueOf(alerts.get(0).get("incident"));
        assertThat(alerts.get(0)).containsEntry("fingerprint", "f2");
        assertThat(other).isNotEqualTo(number);
        assertThat(alerts.get(1)).containsEntry("fingerprint", "f1").containsEntry("incident", number);
        As.person("op.nirs")
                .get("/api/v1/incidents/" + other)
                .then()
                .body("detectedAt", equalTo("2026-11-23T22:00:00+09:00"));
        timeline(other).body("items.text.en", hasItem("Split from " + number + ": 별개 장애"));
        timeline(number).body("items.text.en", hasItem(other + " was split from this incident: 별개 장애"));
    }

    private String second(String... systems) {
        String affected = String.join(
                ",",
                List.of(systems).stream()
                        .map(code -> "{\"code\":\"" + code + "\",\"service\":\"STOPPED\"}")
                        .toList());
        return As.person("op.nirs")
                .body("{\"kind\":\"FAILURE\",\"title\":\"두 번째\",\"systems\":[" + affected + "]}")
                .post("/api/v1/incidents")
                .path("number");
    }

    @Test
    void incidents_to_be_seen_as_one_become_one_when_the_person_says_merge() {
        String code = system("A");
        String first = alarm("f1", code, BEFORE);
        String second = second(code);
        sweep.run();
        Object id = proposal(second, "same-system").get("id");
        page("/correlations/" + id).body(containsString("하나로 병합(기존 번호는 별칭으로 유지)"));
        decide(id, "{\"outcome\":\"CONFIRMED\",\"reason\":\"같은 장애\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/as"));
        decide(id, "{\"outcome\":\"CONFIRMED\",\"reason\":\"같은 장애\",\"as\":\"ALARMS\"}")
                .then()
                .statusCode(422);

        decide(id, "{\"outcome\":\"CONFIRMED\",\"reason\":\"같은 장애\",\"as\":\"MERGE\"}")
                .then()
                .statusCode(200)
                .body("carriedOut", equalTo("MERGE"));

        As.person("op.nirs")
                .get("/api/v1/incidents/" + second)
                .then()
                .statusCode(200)
                .body("number", equalTo(first));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + first + "/record")
                .then()
                .body("aliases.toString()", containsString(second));
        timeline(first).body("items.kind", hasItem("TOOK_IN"));
    }

    @Test
    void incidents_to_be_seen_as_one_stay_apart_when_the_person_says_one_caused_the_other() {
        String code = system("A");
        String first = alarm("f1", code, BEFORE);
        String second = second(code);
        sweep.run();
        decide(
                        proposal(second, "same-system").get("id"),
                        "{\"outcome\":\"CONFIRMED\",\"reason\":\"선행 장애\",\"as\":\"CAUSED_BY\"}")
                .then()
                .statusCode(200);
        timeline(second).body("items.text.en", hasItem("Caused by " + first + ", a person confirmed: 선행 장애"));
        As.person("op.nirs").get("/api/v1/incidents/" + second).then().body("number", equalTo(second));
    }

    @Test
    void an_alarm_to_be_split_takes_its_system_out_when_the_person_says_so() {
        String code = system("A");
        String other = system("B");
        String number = second(code, other);
        assertThat(alarm("f1", code, BEFORE)).isEqualTo(number);
        clock.advance(Duration.ofHours(12).plusMinutes(5));
        assertThat(alarm("f2", code, "2026-11-23T13:03:00Z")).isEqualTo(number);
        decide(
                        proposal(number, "late-alarm").get("id"),
                        "{\"outcome\":\"CONFIRMED\",\"reason\":\"별개 시스템\",\"as\":\"SYSTEM\"}")
                .then()
                .statusCode(200)
                .body("carriedOut", equalTo("SYSTEM"));
        List<String> holders =
                As.person("op.nirs").get("/api/v1/alerts?system=" + code).path("items.incident.unique()");
        assertThat(holders).hasSize(1).doesNotContain(number);
        As.person("op.nirs").get("/api/v1/incidents/" + holders.get(0)).then().body("systems.code", contains(code));
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("systems.code", contains(other));
    }

    private static ValidatableResponse page(String path) {
        return As.person("op.nirs")
                .accept("text/html")
                .queryParam("lang", "ko")
                .get(path)
                .then()
                .statusCode(200);
    }
}
