package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SilenceIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String NOON = "2026-12-01T12:00:00+09:00";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @Inject
    IntakeSweep sweep;

    @Inject
    HeartbeatSweep beats;

    private String system;
    private String source;
    private String key;

    @BeforeEach
    void a_system_and_a_tool_that_watches_it() {
        at(NOON);
        int n = COUNTER.incrementAndGet();
        system = "SL-" + n;
        source = "sl-tool-" + n;
        As.institution("SLMOIS", "MINISTRY", null, "SLMOIS");
        As.institution("SLCOURT", "CONSTITUTIONAL", null, "SLCOURT");
        As.create("sl.operator", "OPERATOR", "SLMOIS");
        As.create("sl.officer", "OFFICER", "SLMOIS");
        As.create("sl.court", "OPERATOR", "SLCOURT");
        As.admin()
                .body("""
                {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"SLMOIS","operator":"SLMOIS"}
                """.formatted(system, system, system))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        key = As.admin()
                .body("{\"source\":\"%s\",\"adapter\":\"alertmanager\",\"institution\":\"SLMOIS\"}".formatted(source))
                .post("/api/v1/intake/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        // what other tests left quiet, or to be missed, is not ours
        sql.update("update intake_silence set ended_at = made_at, ended_by = 'x' where ended_at is null");
        sql.update("update intake_heartbeat set retired_at = created_at, retired_by = 'x' where retired_at is null");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_fresh_alert_in_a_silence_is_kept_and_counted_and_its_sender_is_told_why_nobody_is_called() {
        String silence = silenced("\"system\":\"" + system + "\"", "2026-12-01T14:00:00+09:00");
        firing("disk")
                .body("results[0].outcome", equalTo("QUIETED"))
                .body("results[0].incident", nullValue())
                .body(
                        "results[0].why",
                        equalTo("Kept without calling anybody: silence until 2026-12-01 14:00. Reason: 배터리 교체"));
        firing("disk").body("results[0].outcome", equalTo("QUIETED"));
        sweep.run();
        assertThat(incidents()).isEmpty();
        alerts().body("items[0].state", equalTo("QUIETED"))
                .body("items[0].received", equalTo(2))
                .body("items[0].quiet.by", equalTo(silence))
                .body("items[0].quiet.said", equalTo("배터리 교체"));
        As.person("sl.operator")
                .get("/api/v1/silences/" + silence)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("alerts", equalTo(1))
                .body("maker", equalTo("sl.operator"));
        assertThat(journalled("SYSTEM", system)).containsExactly("intake.alerts-quieted");
    }

    @Test
    void what_is_still_there_when_the_silence_ends_takes_its_course_by_itself() {
        silenced("\"source\":\"" + source + "\"", "2026-12-01T14:00:00+09:00");
        firing("disk").body("results[0].outcome", equalTo("QUIETED"));
        at("2026-12-01T13:59:59+09:00");
        sweep.run();
        assertThat(incidents()).isEmpty();
        at("2026-12-01T14:00:00+09:00");
        sweep.run();
        assertThat(incidents()).hasSize(1);
        As.person("sl.operator")
                .get("/api/v1/incidents/" + incidents().get(0))
                .then()
                .body("kind", equalTo("FAILURE"))
                .body("detectedAt", equalTo("2026-12-01T11:50:00+09:00"));
        alerts().body("items[0].state", equalTo("OPEN"))
                .body("items[0].incident", equalTo(incidents().get(0)));
        assertThat(journalled("SYSTEM", system)).containsExactly("intake.alerts-quieted", "intake.alerts-returned");
    }

    @Test
    void an_end_always_flows_and_what_ended_in_silence_raises_nobody_afterwards() {
        silenced("\"label\":\"alertname\",\"value\":\"disk\"", "2026-12-01T14:00:00+09:00");
        firing("disk").body("results[0].outcome", equalTo("QUIETED"));
        at("2026-12-01T13:00:00+09:00");
        resolved("disk").body("results[0].outcome", equalTo("RESOLVED"));
        alerts().body("items[0].state", equalTo("CLOSED")).body("items[0].quiet.said", equalTo("배터리 교체"));
        at("2026-12-01T14:00:01+09:00");
        sweep.run();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_silence_that_is_ended_before_its_time_lets_go_at_once() {
        String silence = silenced("\"system\":\"" + system + "\"", "2026-12-01T14:00:00+09:00");
        firing("disk").body("results[0].outcome", equalTo("QUIETED"));
        As.person("sl.operator")
                .delete("/api/v1/silences/" + silence)
                .then()
                .statusCode(200)
                .body("state", equalTo("OVER"))
                .body("endedBy", equalTo("sl.operator"));
        sweep.run();
        assertThat(incidents()).hasSize(1);
        As.person("sl.operator")
                .delete("/api/v1/silences/" + silence)
                .then()
                .statusCode(409)
                .body("code", equalTo("intake.silence-over"));
        firing("memory").body("results[0].outcome", equalTo("ATTACHED"));
    }

    @Test
    void an_approved_window_of_its_system_quietens_until_it_ends() {
        window("2026-12-01T11:00:00+09:00", "2026-12-01T15:00:00+09:00");
        firing("disk")
                .body("results[0].outcome", equalTo("QUIETED"))
                .body(
                        "results[0].why",
                        equalTo("Kept without calling anybody: maintenance until 2026-12-01 15:00. 정기 점검"));
        at("2026-12-01T15:00:00+09:00");
        sweep.run();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void a_window_that_is_ended_early_lets_go_within_a_minute() {
        String window = window("2026-12-01T11:00:00+09:00", "2026-12-01T15:00:00+09:00");
        firing("disk").body("results[0].outcome", equalTo("QUIETED"));
        As.person("sl.operator")
                .body("{\"text\":\"끝\"}")
                .put("/api/v1/maintenance-windows/" + window + "/end")
                .then()
                .statusCode(200);
        at("2026-12-01T12:01:00+09:00");
        sweep.run();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void silence_and_maintenance_never_block_a_close_the_timeline_or_the_failure_grade() {
        firing("disk").body("results[0].outcome", equalTo("OPENED"));
        String number = incidents().get(0);
        int grade = grade(number);
        silenced("\"system\":\"" + system + "\"", "2026-12-01T18:00:00+09:00");
        window("2026-12-01T11:00:00+09:00", "2026-12-01T18:00:00+09:00");

        firing("memory").body("results[0].outcome", equalTo("ATTACHED")).body("results[0].incident", equalTo(number));
        As.person("sl.operator")
                .body("""
                        {"systems":[{"code":"%s","service":"STOPPED","people":{"count":1500000,"basis":"MEASURED"}}]}
                        """.formatted(system))
                .put("/api/v1/incidents/" + number + "/facts")
                .then()
                .statusCode(200);
        assertThat(grade(number)).isEqualTo(1).isLessThan(grade);
        at("2026-12-01T12:30:00+09:00");
        resolved("disk").body("results[0].outcome", equalTo("RESOLVED")).body("results[0].incident", equalTo(number));
        As.person("sl.operator")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.kind", hasItem("ALARMS_RESOLVED"));
        As.person("sl.operator")
                .body("[{\"code\":\"%s\",\"recoveredAt\":\"2026-12-01T12:30:00+09:00\",\"level\":\"FULL\"}]"
                        .formatted(system))
                .put("/api/v1/incidents/" + number + "/recoveries")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"));
        As.person("sl.operator")
                .body("{\"note\":\"정상 확인\"}")
                .put("/api/v1/incidents/" + number + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedAt", equalTo("2026-12-01T12:30:00+09:00"));
    }

    @Test
    void a_silence_reaches_no_further_than_its_maker() {
        As.person("sl.court")
                .body(silence("\"source\":\"" + source + "\"", "2026-12-01T14:00:00+09:00"))
                .post("/api/v1/silences")
                .then()
                .statusCode(201);
        firing("disk").body("results[0].outcome", equalTo("OPENED"));
        String ours = silenced("\"system\":\"" + system + "\"", "2026-12-01T14:00:00+09:00");
        As.person("sl.court").get("/api/v1/silences/" + ours).then().statusCode(404);
        As.person("sl.court").delete("/api/v1/silences/" + ours).then().statusCode(404);
        As.person("sl.court").get("/api/v1/silences").then().body("items.id", not(hasItem(ours)));
    }

    @Test
    void what_a_silence_cannot_be_is_said_field_by_field() {
        refused("", "2026-12-01T14:00:00+09:00").body("errors.pointer", contains("/system"));
        refused("\"system\":\"NO-SUCH\",\"source\":\"no-such\",\"site\":\"NO-SUCH\"", "2026-12-01T14:00:00+09:00")
                .body("errors.pointer", containsInAnyOrder("/system", "/source", "/site"));
        refused("\"label\":\"x\"", "2026-12-01T11:00:00+09:00")
                .body("errors.pointer", containsInAnyOrder("/value", "/until"));
        refused("\"system\":\"" + system + "\"", "2026-12-04T12:00:01+09:00")
                .body("errors.pointer", contains("/until"))
                .body("errors[0].code", equalTo("silence-too-long"));
        As.person("sl.operator")
                .body("{\"reason\":\"x\",\"system\":\"" + system + "\"}")
                .post("/api/v1/silences")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
    }

    @Test
    void a_beat_that_does_not_come_is_a_feared_failure_of_what_the_source_watches() {
        String beat = expected();
        at("2026-12-01T13:00:00+09:00");
        beats.run();
        assertThat(incidents()).as("nothing is expected before the first beat").isEmpty();
        beat(beat).body("name", equalTo(source)).body("nextBy", equalTo("2026-12-01T13:06:00+09:00"));
        at("2026-12-01T13:05:59+09:00");
        beats.run();
        assertThat(incidents()).isEmpty();
        at("2026-12-01T13:06:00+09:00");
        beats.run();
        beats.run();
        assertThat(incidents()).hasSize(1);
        String number = incidents().get(0);
        As.person("sl.operator")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("kind", equalTo("FEARED"))
                .body("title", equalTo("감시 신호 끊김: " + source))
                .body("detectedAt", equalTo("2026-12-01T13:06:00+09:00"));
        heartbeat().body("state", equalTo("MISSING")).body("incident", equalTo(number));

        at("2026-12-01T13:20:00+09:00");
        beat(beat);
        heartbeat().body("state", equalTo("BEATING")).body("missingSince", nullValue());
        As.person("sl.operator").get("/api/v1/incidents/" + number).then().body("state", equalTo("OPEN"));
        assertThat(As.person("sl.operator")
                        .get("/api/v1/incidents/" + number + "/timeline")
                        .<List<String>>path("items.kind"))
                .contains("HEARTBEAT_MISSED", "HEARTBEAT_RETURNED");

        at("2026-12-01T14:00:00+09:00");
        beats.run();
        assertThat(incidents())
                .as("while that incident is open there is no second one")
                .containsExactly(number);
        beat(beat);
        As.person("sl.operator")
                .body("{\"reason\":\"오탐\"}")
                .put("/api/v1/incidents/" + number + "/cancellation")
                .then()
                .statusCode(200);
        at("2026-12-01T15:00:00+09:00");
        beats.run();
        assertThat(incidents()).hasSize(2);
        assertThat(journalled("HEARTBEAT", source))
                .containsExactly(
                        "intake.heartbeat-expected",
                        "intake.heartbeat-missed",
                        "intake.heartbeat-returned",
                        "intake.heartbeat-missed",
                        "intake.heartbeat-returned",
                        "intake.heartbeat-missed");
    }

    @Test
    void a_beat_is_not_missed_while_its_systems_are_worked_on_and_is_when_the_window_is_over() {
        String beat = expected();
        beat(beat);
        window("2026-12-01T12:00:00+09:00", "2026-12-01T13:00:00+09:00");
        at("2026-12-01T12:59:30+09:00");
        beats.run();
        assertThat(incidents()).isEmpty();
        heartbeat().body("state", equalTo("QUIETED"));
        at("2026-12-01T13:00:00+09:00");
        beats.run();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void the_tools_of_a_merged_institution_go_on_to_reach_its_systems() {
        String former = "SLOLD" + COUNTER.get();
        As.institution(former, "AGENCY", null, "SLMOIS");
        As.institution("SLHEIR", "AGENCY", null, "SLMOIS");
        system = system + "-M";
        source = source + "-m";
        As.admin()
                .body(
                        "{\"code\":\"%1$s\",\"name\":{\"ko\":\"%1$s\",\"en\":\"%1$s\"},\"owner\":\"%2$s\",\"operator\":\"%2$s\"}"
                                .formatted(system, former))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        key = As.admin()
                .body("{\"source\":\"%s\",\"adapter\":\"alertmanager\",\"institution\":\"%s\"}"
                        .formatted(source, former))
                .post("/api/v1/intake/keys")
                .path("key");
        String beat = As.admin()
                .body(
                        "{\"name\":\"%s\",\"institution\":\"%s\",\"systems\":[\"%s\"],\"intervalSeconds\":300,\"graceSeconds\":60}"
                                .formatted(source, former, system))
                .post("/api/v1/heartbeats")
                .path("key");
        As.admin()
                .body("{\"kind\":\"MERGER\",\"effectiveOn\":\"2026-12-01\",\"former\":[\"%s\"],\"reason\":\"법률\"}"
                        .formatted(former))
                .post("/api/v1/institutions/SLHEIR/changes")
                .then()
                .statusCode(201);

        firing("disk").body("results[0].outcome", equalTo("OPENED"));
        assertThat(sql.list(
                        "select institution from intake_source where name = ? union all"
                                + " select institution from intake_heartbeat where name = ?",
                        row -> row.getString("institution"),
                        source,
                        source))
                .containsExactly("SLHEIR", "SLHEIR");
        beat(beat);
        heartbeat().body("institution", equalTo("SLHEIR")).body("state", equalTo("BEATING"));
        assertThat(journalled("INTAKE_SOURCE", source)).contains("intake.institution-succeeded");
    }

    @Test
    void a_key_that_is_none_or_is_retired_does_not_beat() {
        String beat = expected();
        As.nobody().post("/api/v1/heartbeats/hbt_wrong/beat").then().statusCode(404);
        As.nobody()
                .get("/api/v1/heartbeats/" + beat + "/beat")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        String id = heartbeat().extract().path("id");
        As.admin().delete("/api/v1/heartbeats/" + id).then().statusCode(200).body("state", equalTo("RETIRED"));
        As.nobody().post("/api/v1/heartbeats/" + beat + "/beat").then().statusCode(404);
        As.admin().delete("/api/v1/heartbeats/" + id).then().statusCode(409);
        at("2026-12-02T12:00:00+09:00");
        beats.run();
        assertThat(incidents()).isEmpty();
        As.person("sl.court").get("/api/v1/heartbeats").then().body("items.name", not(hasItem(source)));
        As.admin()
                .body(heartbeat(5, 86_401, "NO-SUCH"))
                .post("/api/v1/heartbeats")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/intervalSeconds", "/graceSeconds"));
        As.admin()
                .body(heartbeat(10, 0, "NO-SUCH"))
                .post("/api/v1/heartbeats")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/systems/0"));
    }

    @Test
    void silences_and_heartbeats_are_made_and_ended_in_pages_without_script() {
        form("sl.operator", "/alerts/silences", "reason=x&until=2026-12-01T14:00")
                .then()
                .statusCode(422);
        form("sl.operator", "/alerts/silences", "reason=x&until=2026-12-01T14:00&system=" + system)
                .then()
                .statusCode(303);
        assertThat(page("sl.operator", "/alerts/silences")).contains(system, "Active", "End it now");
        firing("disk");
        assertThat(page("sl.operator", "/alerts?system=" + system)).contains("Quiet", "Silence: x");
        Response made = form(
                "admin",
                "/alerts/heartbeats",
                "name=" + source + "&institution=SLMOIS&systems=" + system + "&intervalSeconds=300&graceSeconds=60");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.asString()).contains("/api/v1/heartbeats/hbt_");
        assertThat(page("sl.operator", "/alerts/heartbeats"))
                .contains(source, "First beat awaited")
                .doesNotContain("hbt_", "/retirement");
    }

    private static Response form(String username, String path, String body) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD)
                .header("Accept-Language", "en")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .body(body)
                .post(path);
    }

    private static String page(String username, String path) {
        Response page = RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD)
                .header("Accept-Language", "en")
                .accept("text/html")
                .get(path);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.asString();
    }

    private ValidatableResponse firing(String alert) {
        return post(alert, "firing", "0001-01-01T00:00:00Z");
    }

    private ValidatableResponse resolved(String alert) {
        return post(alert, "resolved", clock.instant().toString());
    }

    private ValidatableResponse post(String alert, String status, String endsAt) {
        return As.nobody()
                .body("""
                        {"version":"4","status":"%s","receiver":"haetae","groupKey":"x","alerts":[
                         {"status":"%s","fingerprint":"%s","startsAt":"2026-12-01T11:50:00+09:00","endsAt":"%s",
                          "labels":{"alertname":"%s","system":"%s","severity":"warning"},"annotations":{}}]}
                        """.formatted(status, status, alert, endsAt, alert, system))
                .post("/api/v1/intake/alertmanager/" + key)
                .then()
                .statusCode(200);
    }

    private static String silence(String what, String until) {
        return "{\"reason\":\"배터리 교체\",\"until\":\"%s\"%s}".formatted(until, what.isEmpty() ? "" : "," + what);
    }

    private static String silenced(String what, String until) {
        Response made = As.person("sl.operator").body(silence(what, until)).post("/api/v1/silences");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("id");
    }

    private static ValidatableResponse refused(String what, String until) {
        return As.person("sl.operator")
                .body(silence(what, until))
                .post("/api/v1/silences")
                .then()
                .statusCode(422);
    }

    private String window(String from, String until) {
        String id = As.person("sl.operator")
                .body("{\"title\":\"정기 점검\",\"systems\":[\"%s\"],\"from\":\"%s\",\"until\":\"%s\"}"
                        .formatted(system, from, until))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.person("sl.officer")
                .put("/api/v1/maintenance-windows/" + id + "/approval")
                .then()
                .statusCode(200);
        return id;
    }

    private String heartbeat(int interval, int grace, String watched) {
        return """
                {"name":"%s-x","institution":"SLMOIS","systems":["%s"],"intervalSeconds":%d,"graceSeconds":%d}
                """.formatted(source, watched, interval, grace);
    }

    private String expected() {
        Response made = As.admin().body("""
                        {"name":"%s","institution":"SLMOIS","systems":["%s"],"intervalSeconds":300,"graceSeconds":60}
                        """.formatted(source, system)).post("/api/v1/heartbeats");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("key");
    }

    private static ValidatableResponse beat(String key) {
        return As.nobody().post("/api/v1/heartbeats/" + key + "/beat").then().statusCode(200);
    }

    private ValidatableResponse heartbeat() {
        String id = As.person("sl.operator")
                .get("/api/v1/heartbeats")
                .path("items.find { it.name == '" + source + "' }.id");
        return As.person("sl.operator").get("/api/v1/heartbeats/" + id).then().statusCode(200);
    }

    private ValidatableResponse alerts() {
        return As.person("sl.operator")
                .get("/api/v1/alerts?system=" + system)
                .then()
                .statusCode(200);
    }

    private List<String> incidents() {
        return As.person("sl.operator")
                .get("/api/v1/incidents?system=" + system)
                .then()
                .statusCode(200)
                .extract()
                .path("items.number");
    }

    private static int grade(String number) {
        return As.person("sl.operator")
                .get("/api/v1/incidents/" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("failureGrade.grade");
    }

    private List<String> journalled(String kind, String subject) {
        return sql.list(
                "select action from audit_entry where subject_kind = ? and subject_id = ? and action like 'intake.%' order by id",
                row -> row.getString("action"), kind, subject);
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }
}
