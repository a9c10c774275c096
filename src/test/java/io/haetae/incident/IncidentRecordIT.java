package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leads, writes and speaks; what an incident is linked with; fears that come true or do not. */
@QuarkusTest
class IncidentRecordIT {

    private static final String INCIDENTS = "/api/v1/incidents/";

    @Inject
    MovableClock clock;

    @Inject
    IncidentSweep sweep;

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        World.build();
    }

    private static String log(String body) {
        Response logged = As.person("op.nirs").body(body).post("/api/v1/incidents");
        logged.then().statusCode(201);
        return logged.path("number");
    }

    private static String stopped(String... systems) {
        List<String> each = List.of(systems).stream()
                .map("{\"code\":\"%s\",\"service\":\"STOPPED\"}"::formatted)
                .toList();
        return log("{\"kind\":\"FAILURE\",\"title\":\"접속 불가\",\"systems\":[%s]}".formatted(String.join(",", each)));
    }

    private static Response put(String who, String path, String body) {
        return As.person(who).body(body).put(INCIDENTS + path);
    }

    private static Response timeline(String number) {
        return As.person("op.nirs").get(INCIDENTS + number + "/timeline");
    }

    @Test
    void a_role_is_given_handed_over_with_a_note_and_relieved_and_its_times_are_kept() {
        String number = stopped("GOV24");
        put("op.nirs", number + "/roles/COMMANDER", "{\"person\":\"op.nirs\"}")
                .then()
                .statusCode(200)
                .body("roles[0].name", equalTo("op.nirs"))
                .body("roles[0].from", equalTo("2026-11-23T10:00:00+09:00"))
                .body("roles[0].until", nullValue());
        clock.advance(Duration.ofMinutes(20));
        put("op.nirs", number + "/roles/COMMANDER", "{\"person\":\"sup.nirs\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
        put("op.nirs", number + "/roles/COMMANDER", "{\"person\":\"sup.nirs\",\"note\":\"교대, 통신 확인 중\"}")
                .then()
                .statusCode(200)
                .body("roles.findAll { it.until == null }.name", equalTo(List.of("sup.nirs")))
                .body("roles.find { it.until != null }.until", equalTo("2026-11-23T10:20:00+09:00"))
                .body("roles.find { it.until != null }.endNote", equalTo("교대, 통신 확인 중"));
        List<String> told = As.person("sup.nirs")
                .get("/api/v1/inbox?limit=200")
                .then()
                .extract()
                .path("items.findAll { it.subject.id == '" + number + "' }.title.ko");
        assertThat(told).contains(number + " 지휘 역할 지정");
        timeline(number).then().body("items.kind", hasItems("ROLE_ASSIGNED", "ROLE_HANDED_OVER"));
        put("op.nirs", number + "/roles/SCRIBE", "{\"person\":\"nobody\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-person"));
        put("op.nirs", number + "/roles/SCRIBE", "{\"person\":\"aud.mois\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("cannot-work-incidents"));
        As.person("op.nirs")
                .body("{\"reason\":\"안정화\"}")
                .delete(INCIDENTS + number + "/roles/COMMANDER")
                .then()
                .statusCode(200)
                .body("roles.findAll { it.until == null }", hasSize(0));
        As.person("op.nirs")
                .body("{\"reason\":\"안정화\"}")
                .delete(INCIDENTS + number + "/roles/COMMANDER")
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.nobody-holds-it"));
        put("cio.mois", number + "/roles/LIAISON", "{\"person\":\"op.nirs\"}")
                .then()
                .statusCode(403);
    }

    private static Response link(String number, String kind, String to) {
        return As.person("op.nirs")
                .body("{\"kind\":\"%s\",\"to\":\"%s\"}".formatted(kind, to))
                .post(INCIDENTS + number + "/links");
    }

    @Test
    void links_are_seen_from_both_sides_once_each_without_rings() {
        String whole = stopped("GOV24");
        String part = stopped("SAEOL");
        link(part, "PARENT", whole).then().statusCode(201).body("links[0].outward", equalTo(true));
        link(part, "CAUSED_BY_CHANGE", "CHG-2026-000012").then().statusCode(201);

        As.person("op.nirs")
                .get(INCIDENTS + whole + "/record")
                .then()
                .body("links[0].kind", equalTo("PARENT"))
                .body("links[0].outward", equalTo(false))
                .body("links[0].to", equalTo(part))
                .body("links[0].state", equalTo("OPEN"));
        link(part, "PARENT", stopped("BOKJIRO")).then().statusCode(422).body("errors[0].code", equalTo("has-a-parent"));
        link(whole, "PARENT", part).then().statusCode(422).body("errors[0].code", equalTo("ring-of-parents"));
        link(part, "RELATED", part).then().statusCode(422).body("errors[0].code", equalTo("same-incident"));
        link(part, "RELATED", "INC-2026-999999")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-incident"));
        link(part, "RELATED", whole).then().statusCode(201);
        link(part, "RELATED", whole).then().statusCode(422).body("errors[0].code", equalTo("linked-already"));
        String id = As.person("op.nirs")
                .get(INCIDENTS + part + "/links")
                .then()
                .extract()
                .path("items.find { it.kind == 'PARENT' }.id");
        As.person("op.nirs")
                .body("{\"reason\":\"별개\"}")
                .delete(INCIDENTS + part + "/links/" + id)
                .then()
                .statusCode(200)
                .body("links.kind", not(hasItem("PARENT")));
        timeline(part).then().body("items.kind", hasItems("LINKED", "UNLINKED"));
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get("/incidents/" + part)
                .then()
                .statusCode(200)
                .body(containsString("Caused by change"))
                .body(containsString("CHG-2026-000012"));
    }

    private static String feared() {
        return log("""
                {"kind":"FEARED","title":"저장장치 경고","detectedAt":"2026-11-23T09:00:00+09:00",
                 "recognisedAt":"2026-11-23T09:10:00+09:00","systems":[{"code":"GOV24","service":"NORMAL"}]}
                """);
    }

    @Test
    void a_feared_failure_that_comes_true_is_graded_and_called_out_as_a_failure_from_then_on() {
        String number = feared();
        put("op.nirs", number + "/facts", "{\"kind\":\"FAILURE\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("occurrence-instead"));
        clock.advance(Duration.ofHours(1));
        put("op.nirs", number + "/occurrence", """
                {"occurredAt":"2026-11-23T10:55:00+09:00","reason":"접속 시험 실패",
                 "systems":[{"code":"GOV24","service":"STOPPED"}]}
                """)
                .then()
                .statusCode(200)
                .body("kind", equalTo("FAILURE"))
                .body("occurredAt", equalTo("2026-11-23T10:55:00+09:00"))
                .body("detectedAt", equalTo("2026-11-23T09:00:00+09:00"))
                .body("fearedUntil", equalTo("2026-11-23T10:55:00+09:00"))
                .body("systems[0].service", equalTo("STOPPED"))
                .body(
                        "clocks.findAll { it.state == 'RUNNING' }.startedAt.unique()",
                        equalTo(List.of("2026-11-23T10:55:00+09:00")))
                .body("allowed", not(hasItem("occurrence")));
        timeline(number).then().body("items.find { it.kind == 'FEAR_CAME_TRUE' }.text.ko", containsString("접속 시험 실패"));
        put("op.nirs", number + "/stand-down", "{\"reason\":\"정상\"}").then().statusCode(409);
    }

    @Test
    void a_feared_failure_is_stood_down_under_its_own_name() {
        String number = feared();
        put("op.nirs", number + "/stand-down", "{\"reason\":\" \"}").then().statusCode(400);
        put("op.nirs", number + "/stand-down", "{\"reason\":\"경고 해제\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("cancelledAs", equalTo("STOOD_DOWN"))
                .body("clocks.findAll { it.state == 'RUNNING' }", hasSize(0));
        As.person("aud.mois")
                .get("/api/v1/audit?subject=" + number)
                .then()
                .body("items.action", hasItem("incident.stood-down"));
        put("op.nirs", stopped("SAEOL") + "/stand-down", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("allowed", not(hasItem("stand-down")));
    }

    private static Response merge(String number, String into) {
        return put("op.nirs", number + "/merger", "{\"into\":\"%s\",\"reason\":\"같은 장애\"}".formatted(into));
    }

    @Test
    void a_merged_incident_lives_on_under_its_old_number_with_systems_recoveries_timeline_and_procedures() {
        String survivor = log("""
                {"kind":"FAILURE","title":"정부24","detectedAt":"2026-11-23T09:40:00+09:00",
                 "recognisedAt":"2026-11-23T09:50:00+09:00","systems":[{"code":"GOV24","service":"STOPPED"}]}
                """);
        String source = log("""
                {"kind":"FAILURE","title":"새올","detectedAt":"2026-11-23T09:30:00+09:00","cause":"L4 포트 이상",
                 "recognisedAt":"2026-11-23T09:45:00+09:00",
                 "systems":[{"code":"SAEOL","service":"STOPPED"},{"code":"BOKJIRO","service":"STOPPED"}]}
                """);
        put(
                        "op.nirs",
                        source + "/systems/BOKJIRO/recovery",
                        "{\"recoveredAt\":\"2026-11-23T09:55:00+09:00\",\"level\":\"FULL\"}")
                .then()
                .statusCode(200);
        As.person("op.nirs")
                .body("{\"text\":\"광주센터와 통화\"}")
                .post(INCIDENTS + source + "/timeline")
                .then()
                .statusCode(201);
        sweep.run();
        String run =
                As.person("op.nirs").get("/api/v1/runs?subject=" + survivor).path("items[0].id");
        merge(source, source).then().statusCode(422).body("errors[0].code", equalTo("same-incident"));
        merge(source, "INC-2026-999999").then().statusCode(422).body("errors[0].code", equalTo("unknown-incident"));

        merge(source, survivor)
                .then()
                .statusCode(200)
                .header("Location", containsString("/api/v1/incidents/" + survivor))
                .body("number", equalTo(survivor))
                .body("detectedAt", equalTo("2026-11-23T09:30:00+09:00"))
                .body("recognisedAt", equalTo("2026-11-23T09:45:00+09:00"))
                .body("cause", equalTo("L4 포트 이상"))
                .body("systems.code", hasItems("GOV24", "SAEOL", "BOKJIRO"))
                .body(
                        "systems.find { it.code == 'BOKJIRO' }.recovery.recoveredAt",
                        equalTo("2026-11-23T09:55:00+09:00"))
                .body(
                        "clocks.findAll { it.kind == 'ACKNOWLEDGE' && it.state != 'CANCELLED' }.startedAt",
                        equalTo(List.of("2026-11-23T09:30:00+09:00")));

        As.person("op.nirs")
                .get(INCIDENTS + source)
                .then()
                .statusCode(200)
                .header("Content-Location", containsString(survivor))
                .body("number", equalTo(survivor));
        As.person("op.nirs")
                .redirects()
                .follow(false)
                .accept(ContentType.HTML)
                .get("/incidents/" + source)
                .then()
                .statusCode(303)
                .header("Location", containsString("/incidents/" + survivor));
        As.person("op.nirs").get(INCIDENTS + survivor + "/record").then().body("aliases", equalTo(List.of(source)));
        timeline(survivor)
                .then()
                .body("items.find { it.text.ko == '광주센터와 통화' }.under", equalTo(source))
                .body("items.kind", hasItems("MERGED", "TOOK_IN"));
        As.person("op.nirs")
                .get("/api/v1/runs?subject=" + survivor)
                .then()
                .body("items.findAll { it.state == 'OPEN' }.id", equalTo(List.of(run)))
                .body("items.findAll { it.state == 'CANCELLED' }", hasSize(1));
        // verbs by the old number act on the one that goes on; it is merged once, and later mergers take the name along
        put("op.nirs", source + "/facts", "{\"damage\":\"전국\"}")
                .then()
                .statusCode(200)
                .body("number", equalTo(survivor));
        merge(source, survivor).then().statusCode(409);
        String last = stopped("GOV24");
        merge(survivor, last).then().statusCode(200).body("systems.code", hasSize(3));
        As.person("op.nirs").get(INCIDENTS + source).then().body("number", equalTo(last));
        As.person("op.nirs")
                .get("/api/v1/incidents?limit=200&state=CANCELLED")
                .then()
                .body("items.number", hasItems(source, survivor));
    }

    @Test
    void what_would_lose_something_is_not_merged() {
        String exercise = log(
                "{\"kind\":\"FAILURE\",\"title\":\"훈련\",\"exercise\":true,\"systems\":[{\"code\":\"GOV24\",\"service\":\"STOPPED\"}]}");
        String real = stopped("GOV24");
        merge(exercise, real).then().statusCode(422).body("errors[0].code", equalTo("exercise-and-real"));
        merge(real, feared()).then().statusCode(422).body("errors[0].code", equalTo("failure-into-fear"));
        put("cio.mois", real + "/merger", "{\"into\":\"x\",\"reason\":\"y\"}")
                .then()
                .statusCode(403);
        put("op.na", real + "/merger", "{\"into\":\"x\",\"reason\":\"y\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void systems_that_fail_for_another_reason_are_split_off_with_their_recoveries() {
        String whole = stopped("GOV24", "SAEOL", "BOKJIRO");
        put(
                        "op.nirs",
                        whole + "/systems/BOKJIRO/recovery",
                        "{\"recoveredAt\":\"2026-11-23T10:00:00+09:00\",\"level\":\"FULL\"}")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(5));
        String body = "{\"systems\":[%s],\"title\":\"새올만\",\"reason\":\"원인이 다름\"}";
        As.person("op.nirs")
                .body(body.formatted("\"GOV24\",\"SAEOL\""))
                .post(INCIDENTS + whole + "/splits")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("one-failing-on-each-side"));
        Response split = As.person("op.nirs")
                .body(body.formatted("\"SAEOL\",\"BOKJIRO\""))
                .post(INCIDENTS + whole + "/splits");
        split.then()
                .statusCode(201)
                .body("title", equalTo("새올만"))
                .body("systems.code", hasItems("SAEOL", "BOKJIRO"))
                .body("systems", hasSize(2))
                .body("systems.find { it.code == 'BOKJIRO' }.recovery.level", equalTo("FULL"))
                .body("recordedAt", equalTo("2026-11-23T10:05:00+09:00"))
                .body("clocks.kind", hasItem("ACKNOWLEDGE"));
        String part = split.path("number");
        As.person("op.nirs").get(INCIDENTS + whole).then().body("systems.code", equalTo(List.of("GOV24")));
        As.person("op.nirs")
                .get(INCIDENTS + whole + "/record")
                .then()
                .body("links.kind", equalTo(List.of("SPLIT_FROM")))
                .body("links[0].to", equalTo(part));
        timeline(whole).then().body("items.find { it.kind == 'SPLIT' }.text.ko", containsString(part));
        sweep.run();
        As.person("op.nirs").get("/api/v1/runs?subject=" + part).then().body("items", hasSize(1));
    }
}
