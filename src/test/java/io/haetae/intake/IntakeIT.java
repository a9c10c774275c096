package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.intake.Sender.Alarm;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts come in, are kept once, come to incidents, and the sender is told what became of each. */
@QuarkusTest
class IntakeIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String BEFORE = "2026-11-23T00:58:00Z";

    @Inject
    MovableClock clock;

    @Inject
    IntakeDriver sweep;

    @Inject
    LostBetween lostBetween;

    private String n;
    private Sender sender;

    @BeforeEach
    void a_source() {
        clock.setTo(MovableClock.START);
        World.build();
        n = String.valueOf(COUNTER.incrementAndGet());
        sender = Sender.alertmanager("prometheus-" + n, "NIRS");
    }

    /** A system of its own, so that no other test's incident takes in its alerts. */
    private String system(String suffix) {
        String code = "IN" + n + "-" + suffix;
        As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"MOIS","operator":"NIRS","leadAgency":null,
                         "audience":"CITIZEN","zone":"INTERNET","major":false,"services":[],
                         "externalIds":[{"scheme":"cmdb","id":"ci-%s"}]}""".formatted(code, code, code, code))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        return code;
    }

    private static ValidatableResponse incident(@Nullable Object number) {
        return As.person("op.nirs").get("/api/v1/incidents/" + number).then().statusCode(200);
    }

    private static ValidatableResponse alerts(String query) {
        return As.person("op.nirs").get("/api/v1/alerts?" + query).then().statusCode(200);
    }

    @Test
    void the_first_alert_of_a_system_opens_an_incident_that_nobody_has_recognised_yet() {
        String code = system("A");
        Map<String, Object> told = sender.send(firing("f1", code, BEFORE)).get(0);

        assertThat(told)
                .containsEntry("fingerprint", "f1")
                .containsEntry("outcome", "OPENED")
                .containsEntry("why", "First open alert of its system: an incident was opened.");
        incident(told.get("incident"))
                .body("title", equalTo("접속 불가"))
                .body("source", equalTo("MONITORING"))
                .body("detectedAt", equalTo("2026-11-23T09:58:00+09:00"))
                .body("recognisedAt", nullValue())
                .body("systems.code", contains(code))
                .body("systems[0].service", equalTo("UNKNOWN"))
                .body("failureGrade.grade", equalTo(4));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + told.get("incident") + "/timeline")
                .then()
                .body("items.text.en", hasItem("Alarm of prometheus-" + n + ": 접속 불가"));
    }

    @Test
    void a_repeat_is_counted_and_a_second_alert_of_the_system_is_attached() {
        String code = system("A");
        Object number = sender.send(firing("f1", code, BEFORE)).get(0).get("incident");

        List<Map<String, Object>> told = sender.send(firing("f1", code, BEFORE), firing("f2", code, BEFORE));

        assertThat(told).extracting("outcome").containsExactly("DUPLICATE", "ATTACHED");
        assertThat(told).extracting("incident").containsExactly(number, number);
        alerts("system=" + code)
                .body("items.fingerprint", contains("f2", "f1"))
                .body("items.received", contains(1, 2))
                .body("items.severity", contains(1, 1))
                .body("items.severitySaid", contains("critical", "critical"));
    }

    @Test
    void several_of_one_post_are_told_in_order_and_the_bad_one_alone_is_refused() {
        String code = system("A");
        String bad = firing("f2", code, "yesterday").json();
        List<Map<String, Object>> told = sender.post(Sender.webhook(List.of(
                        firing("f1", code, BEFORE).json(),
                        bad,
                        "7",
                        firing("f3", "NO-SUCH", BEFORE).json(),
                        firing("f1", code, BEFORE).json(),
                        "{\"status\":\"maybe\",\"labels\":{\"a\":\"b\"},\"fingerprint\":\"f4\"}")))
                .path("results");

        assertThat(told)
                .extracting("fingerprint", "outcome")
                .containsExactly(
                        tuple("f1", "OPENED"),
                        tuple("f2", "REFUSED"),
                        tuple(null, "REFUSED"),
                        tuple("f3", "UNKNOWN_SYSTEM"),
                        tuple("f1", "DUPLICATE"),
                        tuple("f4", "REFUSED"));
        assertThat(told.get(1)).containsEntry("why", "startsAt is no time: yesterday");
        assertThat(told.get(5)).containsEntry("why", "Its status is \"maybe\". Allowed: firing, resolved");
        alerts("system=" + code).body("items.received", contains(2));
    }

    @Test
    void what_is_over_closes_the_alert_and_notes_it_but_never_closes_the_incident() {
        String code = system("A");
        Object number = sender.send(firing("f1", code, BEFORE), firing("f2", code, BEFORE))
                .get(0)
                .get("incident");
        clock.advance(Duration.ofMinutes(3));

        Map<String, Object> told = sender.send(resolved("f1", code, BEFORE, "2026-11-23T01:01:00Z"))
                .get(0);

        assertThat(told)
                .containsEntry("outcome", "RESOLVED")
                .containsEntry("incident", number)
                .containsEntry(
                        "why", "Closed and noted. The incident stays open until people say that it has recovered.");
        incident(number).body("state", equalTo("OPEN"));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.text.en", hasItem("Over, says prometheus-" + n + ": 접속 불가 (1 alarms, 1 still open)"));
        alerts("incident=" + number)
                .body("items.state", contains("OPEN", "CLOSED"))
                .body("items[1].closedAt", equalTo("2026-11-23T10:01:00+09:00"));

        assertThat(sender.send(firing("f1", code, "2026-11-23T01:02:00Z")).get(0))
                .as("the close has freed the key")
                .containsEntry("outcome", "ATTACHED")
                .containsEntry("incident", number);
    }

    @Test
    void an_end_that_comes_before_its_alert_keeps_the_late_alert_from_calling_anybody() {
        String code = system("A");
        assertThat(sender.send(resolved("f1", code, BEFORE, "2026-11-23T00:59:00Z"))
                        .get(0))
                .containsEntry("outcome", "RESOLVED")
                .containsEntry("why", "Nothing of that time is open under this fingerprint.");
        sender.send(resolved("f1", code, BEFORE, "2026-11-23T00:59:00Z"));

        assertThat(sender.send(firing("f1", code, BEFORE)).get(0))
                .containsEntry("outcome", "RESOLVED")
                .containsEntry("incident", null)
                .containsEntry("why", "It was said to be over before it came: kept as over.");

        alerts("system=" + code).body("items.state", contains("CLOSED")).body("items.received", contains(1));
    }

    @Test
    void an_end_of_an_earlier_time_leaves_the_present_alert_open() {
        String code = system("A");
        sender.send(firing("f1", code, "2026-11-23T00:59:30Z"));

        sender.send(resolved("f1", code, BEFORE, "2026-11-23T00:59:00Z"));

        alerts("system=" + code + "&state=OPEN").body("items.fingerprint", contains("f1"));
    }

    @Test
    void eight_senders_of_one_alert_make_one_alert_and_one_incident_and_every_post_counts() throws Exception {
        String code = system("A");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<List<Map<String, Object>>>> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String own = "own-" + i;
            posts.add(threads.submit(() -> sender.send(firing("shared", code, BEFORE), firing(own, code, BEFORE))));
        }
        List<Map<String, Object>> told = new ArrayList<>();
        for (Future<List<Map<String, Object>>> post : posts) {
            told.addAll(post.get());
        }
        threads.shutdown();

        // At most: another post may open it for this one's alert, which has come to it then like the others.
        assertThat(told).extracting("outcome").filteredOn("OPENED"::equals).hasSizeLessThanOrEqualTo(1);
        assertThat(told).extracting("incident").doesNotContainNull();
        assertThat(told).extracting("incident").containsOnly(told.get(0).get("incident"));
        alerts("system=" + code + "&limit=200")
                .body("items", hasSize(41))
                .body("items.find { it.fingerprint == 'shared' }.received", equalTo(40));
        As.person("op.nirs").get("/api/v1/incidents?system=" + code).then().body("items", hasSize(1));
    }

    @Test
    void what_a_crash_left_between_keeping_and_opening_is_completed_by_the_sweep() {
        String code = system("A");
        Object number = sender.send(firing("f1", code, BEFORE)).get(0).get("incident");
        lostBetween.forget(code);
        alerts("system=" + code).body("items[0].incident", nullValue());

        sweep.run();
        sweep.run();

        alerts("system=" + code).body("items[0].incident", equalTo(number));
        As.person("op.nirs").get("/api/v1/incidents?system=" + code).then().body("items", hasSize(1));
    }

    @Test
    void what_fires_on_after_people_said_it_had_recovered_begins_anew_but_not_at_once() {
        String code = system("A");
        Object number = sender.send(firing("f1", code, BEFORE)).get(0).get("incident");
        As.person("op.nirs")
                .body("{\"recoveredAt\":\"2026-11-23T01:00:00Z\",\"level\":\"FULL\"}")
                .put("/api/v1/incidents/" + number + "/systems/" + code + "/recovery")
                .then()
                .statusCode(200);

        clock.advance(Duration.ofMinutes(4));
        assertThat(sender.send(firing("f1", code, BEFORE)).get(0))
                .containsEntry("outcome", "DUPLICATE")
                .containsEntry("incident", number);

        clock.advance(Duration.ofMinutes(4));
        Map<String, Object> told = sender.send(firing("f1", code, BEFORE)).get(0);
        assertThat(told).containsEntry("outcome", "OPENED");
        assertThat(told.get("incident")).isNotEqualTo(number);
        incident(told.get("incident")).body("detectedAt", equalTo("2026-11-23T10:08:00+09:00"));
    }

    @Test
    void a_source_reaches_only_what_its_institution_reaches() {
        Map<String, Object> told = sender.send(firing("f1", "NA-BILL", BEFORE)).get(0);

        assertThat(told)
                .containsEntry("outcome", "UNKNOWN_SYSTEM")
                .containsEntry("incident", null)
                .containsEntry("why", "No system \"NA-BILL\" that this source may speak for. Waits for people.");
        As.person("op.na").get("/api/v1/alerts?source=prometheus-" + n).then().body("items", hasSize(0));
    }

    @Test
    void an_alert_without_a_system_waits_until_a_person_says_which_it_is() {
        sender.send(firing("f1", "web-7", BEFORE), firing("f2", "web-7", BEFORE), firing("f3", "web-8", BEFORE));
        String code = system("A");
        String id = alerts("state=WAITING&source=prometheus-" + n)
                .body("items.systemSaid", contains("web-8", "web-7", "web-7"))
                .extract()
                .path("items[1].id");
        clock.advance(Duration.ofMinutes(2));

        String number = As.person("op.nirs")
                .body("{\"system\":\"%s\"}".formatted(code))
                .put("/api/v1/alerts/" + id + "/system")
                .then()
                .statusCode(200)
                .body("alerts", equalTo(2))
                .extract()
                .path("incident");

        incident(number)
                .body("detectedAt", equalTo("2026-11-23T09:58:00+09:00"))
                .body("recognisedAt", equalTo("2026-11-23T10:02:00+09:00"))
                .body("awarenessGapSeconds", equalTo(240));
        alerts("incident=" + number).body("items.fingerprint", contains("f2", "f1"));
        As.person("op.nirs")
                .body("{\"system\":\"%s\"}".formatted(code))
                .put("/api/v1/alerts/" + id + "/system")
                .then()
                .statusCode(409)
                .body("code", equalTo("intake.not-waiting"));
    }

    @Test
    void an_alert_that_a_person_dismissed_is_still_counted_and_opens_nothing() {
        sender.send(firing("f1", "web-7", BEFORE));
        String id = alerts("state=WAITING&source=prometheus-" + n).extract().path("items[0].id");

        As.person("op.nirs")
                .body("{\"reason\":\"시험용 장비\"}")
                .put("/api/v1/alerts/" + id + "/dismissal")
                .then()
                .statusCode(204);

        assertThat(sender.send(firing("f1", "web-7", BEFORE)).get(0))
                .containsEntry("outcome", "DUPLICATE")
                .containsEntry("why", "Open already; counted (2). A person said that it needs no incident.");
        alerts("source=prometheus-" + n)
                .body("items.state", contains("DISMISSED"))
                .body("items[0].dismissedBy", equalTo("op.nirs"))
                .body("items[0].dismissReason", equalTo("시험용 장비"));
    }

    @Test
    void the_label_may_hold_an_external_id_and_may_be_called_otherwise() {
        String code = system("A");
        Sender other = Sender.of(Map.of(
                "source", "cmdb-" + n,
                "adapter", "alertmanager",
                "institution", "NIRS",
                "systemLabel", "ci",
                "externalScheme", "cmdb"));

        List<Map<String, Object>> told =
                other.post(Sender.webhook(List.of("""
                        {"status":"firing","labels":{"ci":"ci-%s","alertname":"Down"},"startsAt":"%s","fingerprint":"x"}""".formatted(code, BEFORE)))).path("results");

        assertThat(told.get(0)).containsEntry("outcome", "OPENED");
        incident(told.get(0).get("incident")).body("title", equalTo("Down")).body("systems.code", contains(code));
    }

    @Test
    void any_json_is_read_by_the_expressions_of_the_key() {
        String code = system("A");
        Sender generic = Sender.of(Map.of(
                "source",
                "generic-" + n,
                "adapter",
                "generic",
                "institution",
                "NIRS",
                "mapping",
                Map.of(
                        "fingerprint", "event.device + '/' + string(event.port)",
                        "system", "event.tags.system",
                        "status", "event.state == 'UP' ? 'resolved' : 'firing'",
                        "severity", "event.level",
                        "title", "'포트 ' + string(event.port) + ' ' + event.state",
                        "startsAt", "event.since")));

        Map<String, Object> told = generic.post("""
                        {"device":"L3-1","port":3,"state":"DOWN","level":"high","since":1795395480,"tags":{"system":"%s"}}""".formatted(code)).path("results[0]");

        assertThat(told).containsEntry("fingerprint", "L3-1/3").containsEntry("outcome", "OPENED");
        incident(told.get("incident"))
                .body("title", equalTo("포트 3 DOWN"))
                .body("detectedAt", equalTo("2026-11-23T09:58:00+09:00"));
        List<Map<String, Object>> next = generic.post("""
                        [{"device":"L3-1","port":3,"state":"UP","level":"high","since":1795395480,"tags":{"system":"%s"}},
                         {"device":"L3-2"}]""".formatted(code)).path("results");
        assertThat(next).extracting("outcome").containsExactly("RESOLVED", "REFUSED");
        assertThat((String) next.get(1).get("why"))
                .startsWith("The expression for fingerprint does not apply: ")
                .contains("port");
    }

    @Test
    void a_wrong_mapping_is_refused_when_the_key_is_made_with_field_and_reason() {
        As.admin()
                .body("""
                        {"source":"wrong-%s","adapter":"generic","institution":"NIRS","mapping":
                         {"fingerprint":"event.id +","system":"evnt.system","status":"event.a == 1","title":"event.t"}}""".formatted(n))
                .post("/api/v1/intake/keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/mapping/fingerprint", "/mapping/status", "/mapping/system"))
                .body("errors[1].detail", containsString("gives bool where a single value is needed"))
                .body("errors[2].detail", containsString("undeclared reference to 'evnt'"));
        As.admin()
                .body(
                        "{\"source\":\"w%s\",\"adapter\":\"generic\",\"institution\":\"NIRS\",\"mapping\":{\"colour\":\"1\"}}"
                                .formatted(n))
                .post("/api/v1/intake/keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/mapping/colour"))
                .body("errors.pointer", hasItem("/mapping/status"));
    }

    @Test
    void a_key_is_shown_once_is_kept_as_a_hash_and_ends_at_once() {
        Map<String, Object> key = Map.of("source", "prometheus-" + n, "adapter", "alertmanager", "institution", "NIRS");
        var made = As.admin().body(key).post("/api/v1/intake/keys").then().statusCode(201);
        String id = made.extract().path("id");
        String path = made.extract().path("path");
        As.admin()
                .get("/api/v1/intake/keys")
                .then()
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }", not(hasKey("key")));
        String body = Sender.webhook(List.of(firing("f9", "web-9", BEFORE).json()));
        As.nobody().body(body).post(path).then().statusCode(200);

        As.admin().delete("/api/v1/intake/keys/" + id).then().statusCode(204);

        As.nobody().body(body).post(path).then().statusCode(404).body("code", equalTo("kernel.not-found"));
        As.nobody()
                .body(body)
                .post(path.replace("alertmanager", "generic"))
                .then()
                .statusCode(404);
        assertThat(sender.send(firing("f9", "web-9", BEFORE)).get(0))
                .as("another key of the same source still is the same stream")
                .containsEntry("outcome", "DUPLICATE");
        As.admin()
                .body(Map.of("source", "prometheus-" + n, "adapter", "alertmanager", "institution", "MOHW"))
                .post("/api/v1/intake/keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/source"));
    }

    @Test
    void a_body_that_is_too_large_or_no_webhook_is_told_so() {
        sender.post("{\"alerts\":7}").then().statusCode(422).body("errors.pointer", contains("/alerts"));
        sender.post("{}").then().statusCode(422).body("errors.pointer", contains("/alerts"));
        sender.post("{\"alerts\":[").then().statusCode(400).body("code", equalTo("web.malformed"));
        sender.post("{\"alerts\":[],\"x\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}")
                .then()
                .statusCode(413)
                .body("limit", equalTo(10485760));
    }

    @Test
    void the_answer_speaks_the_language_of_the_caller() {
        String code = system("A");
        As.nobody()
                .queryParam("lang", "ko")
                .body(Sender.webhook(List.of(firing("f1", code, BEFORE).json())))
                .post(sender.path())
                .then()
                .body("results[0].why", equalTo("해당 시스템의 첫 미해제 알람으로 장애를 접수했습니다."));
    }

    @Test
    void the_pages_show_alerts_the_queue_and_the_keys() {
        String code = system("A");
        Object number = sender.send(firing("f1", code, BEFORE), firing("f2", "web-7", BEFORE))
                .get(0)
                .get("incident");
        page("op.nirs", "/alerts?source=prometheus-" + n)
                .body(containsString("대상 시스템을 알 수 없는 알람"))
                .body(containsString(String.valueOf(number)));
        page("op.nirs", "/alerts/of/" + number).body(containsString("critical")).body(not(containsString("web-7")));
        page("op.nirs", "/alerts/severities").body(containsString("warning"));
        page("admin", "/alerts/keys").body(containsString("prometheus-" + n));
        String id = alerts("state=WAITING&source=prometheus-" + n).extract().path("items[0].id");
        As.person("op.nirs")
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParam("system", "NO-SUCH")
                .post("/alerts/" + id + "/system")
                .then()
                .statusCode(422)
                .body(containsString("NO-SUCH"));
        As.admin()
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParams("source", "page-" + n, "adapter", "ALERTMANAGER", "institution", "NIRS")
                .post("/alerts/keys")
                .then()
                .statusCode(200)
                .body(containsString("hin_"));
    }

    private static ValidatableResponse page(String who, String path) {
        return As.person(who)
                .accept("text/html")
                .queryParam("lang", "ko")
                .get(path)
                .then()
                .statusCode(200);
    }

    private static Alarm firing(String fingerprint, String system, String startsAt) {
        return Alarm.firing(fingerprint, system, startsAt);
    }

    private static Alarm resolved(String fingerprint, String system, String startsAt, String endsAt) {
        return Alarm.resolved(fingerprint, system, startsAt, endsAt);
    }
}
