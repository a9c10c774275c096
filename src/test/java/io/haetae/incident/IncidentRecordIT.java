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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

    private static Response bulk(String act, List<String> numbers) {
        return As.person("op.nirs")
                .body(Map.of("act", act, "numbers", numbers, "reason", "훈련 경보 일괄"))
                .post(INCIDENTS + "bulk");
    }

    private static Response undo(String id) {
        return As.person("op.nirs").body("{\"reason\":\"잘못 고름\"}").delete(INCIDENTS + "bulk/" + id);
    }

    @Test
    void many_are_acknowledged_at_once_each_is_counted_and_it_is_taken_back_within_the_time() {
        String first = stopped("GOV24");
        String second = stopped("SAEOL");
        put("op.nirs", second + "/acknowledgement", "{}").then().statusCode(200);
        clock.advance(Duration.ofMinutes(1));

        Response done = bulk("ACKNOWLEDGE", List.of(first, second, "INC-2026-999999", first));
        done.then()
                .statusCode(201)
                .body("count", equalTo(1))
                .body("items", hasSize(3))
                .body("items.find { it.number == '" + first + "' }.refused", nullValue())
                .body(
                        "items.find { it.number == '" + second + "' }.refused.en",
                        equalTo("It has been acknowledged before"))
                .body("undoUntil", equalTo("2026-11-23T10:16:00+09:00"))
                .body("mayUndo", equalTo(true));
        String id = done.path("id");
        As.person("op.nirs")
                .get(INCIDENTS + first)
                .then()
                .body("acknowledgements[0].note", equalTo("훈련 경보 일괄"))
                .body("clocks.find { it.kind == 'ACKNOWLEDGE' }.state", equalTo("MET"));
        As.person("sup.nirs").get(INCIDENTS + "bulk/" + id).then().statusCode(404);
        clock.advance(Duration.ofMinutes(1));
        undo(id).then().statusCode(200).body("items.findAll { it.undone }.number", equalTo(List.of(first)));
        As.person("op.nirs")
                .get(INCIDENTS + first)
                .then()
                .body("acknowledgedAt", nullValue())
                .body("acknowledgements[0].revokedAt", equalTo("2026-11-23T10:02:00+09:00"))
                .body("clocks.find { it.kind == 'ACKNOWLEDGE' }.state", not(equalTo("MET")));
        As.person("op.nirs").get(INCIDENTS + second).then().body("acknowledgedAt", not(nullValue()));
        undo(id).then().statusCode(409).body("code", equalTo("incident.not-undone"));
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get("/incidents/bulk/" + id)
                .then()
                .statusCode(200)
                .body(containsString("1 of 3"));
    }

    @Test
    void many_are_closed_at_once_and_what_has_moved_on_is_not_taken_back() {
        String first = stopped("GOV24");
        String second = stopped("SAEOL");
        String open = stopped("BOKJIRO");
        for (String number : List.of(first, second)) {
            String system = number.equals(first) ? "GOV24" : "SAEOL";
            put(
                            "op.nirs",
                            number + "/systems/" + system + "/recovery",
                            "{\"recoveredAt\":\"2026-11-23T10:00:00+09:00\",\"level\":\"FULL\"}")
                    .then()
                    .statusCode(200);
        }
        Response done = bulk("CLOSE", List.of(first, second, open));
        done.then()
                .statusCode(201)
                .body("count", equalTo(2))
                .body("items.find { it.number == '" + open + "' }.refused.en", not(nullValue()));
        As.person("op.nirs")
                .body("{\"reason\":\"재발\"}")
                .delete(INCIDENTS + second + "/closure")
                .then()
                .statusCode(200);
        undo(done.path("id"))
                .then()
                .statusCode(200)
                .body("items.find { it.number == '" + first + "' }.undone", equalTo(true))
                .body("items.find { it.number == '" + second + "' }.undone", equalTo(false))
                .body("items.find { it.number == '" + second + "' }.kept.en", equalTo("Something has happened since"));
        As.person("op.nirs")
                .get(INCIDENTS + first)
                .then()
                .body("state", equalTo("RECOVERED"))
                .body("periods", hasSize(1))
                .body("periods[0].closedAt", nullValue());
        Response late = bulk("CLOSE", List.of(first));
        clock.advance(Duration.ofMinutes(15));
        undo(late.path("id")).then().statusCode(409);
    }

    @Test
    void a_file_is_attached_and_served_as_a_download() {
        String number = stopped("GOV24");
        byte[] page = "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8);
        Map<String, String> file =
                Map.of("name", "구성도.pdf", "content", Base64.getEncoder().encodeToString(page), "note", "장비 구성");
        As.person("cio.mois")
                .body(file)
                .post(INCIDENTS + number + "/files")
                .then()
                .statusCode(201);
        String href = As.person("op.nirs")
                .get(INCIDENTS + number + "/record")
                .then()
                .body("files[0].name", equalTo("구성도.pdf"))
                .body("files[0].note", equalTo("장비 구성"))
                .extract()
                .path("files[0].href");
        Response got = As.person("aud.mois").accept(ContentType.ANY).get(href);
        got.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(got.asByteArray()).isEqualTo(page);
        As.person("op.na").accept(ContentType.ANY).get(href).then().statusCode(404);
        As.person("op.nirs")
                .body(Map.of("name", "run.exe", "content", "AAAA"))
                .post(INCIDENTS + number + "/files")
                .then()
                .statusCode(422)
                .body("code", equalTo("incident.file-refused"));
    }

    @Test
    void what_was_like_it_before_is_shown_the_most_alike_first_and_nothing_out_of_sight() {
        String same = log("""
                {"kind":"FAILURE","title":"복지로 급여 신청 화면 오류","cause":"세션 서버 포화","systems":[{"code":"BOKJIRO","service":"DEGRADED"}]}
                """);
        String other = stopped("SAEOL");
        String now = log("""
                {"kind":"FAILURE","title":"복지로 급여 신청 오류","systems":[{"code":"BOKJIRO","service":"STOPPED"}]}
                """);
        As.person("op.nirs")
                .get(INCIDENTS + now + "/similar")
                .then()
                .body("items[0].number", equalTo(same))
                .body("items[0].cause", equalTo("세션 서버 포화"))
                .body("items[0].shared", equalTo(List.of("BOKJIRO")))
                .body("items.number", not(hasItem(other)))
                .body("items.number", not(hasItem(now)));
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get("/incidents/" + now + "/similar")
                .then()
                .statusCode(200)
                .body(containsString("세션 서버 포화"));
    }

    @Test
    void a_second_failure_of_a_system_with_the_same_cause_within_six_months_is_shown_and_proposes_a_recommendation() {
        String system = "RC-" + System.nanoTime();
        As.admin().body("""
                        {"code":"%s","name":{"ko":"반복","en":"Repeated"},"owner":"MOIS","operator":"NIRS","audience":"CITIZEN",
                         "zone":"INTERNET"}""".formatted(system)).post("/api/v1/systems").then().statusCode(201);
        String first = stopped(system);
        put("op.nirs", first + "/cause", "{\"kind\":\"NETWORK\"}")
                .then()
                .statusCode(200)
                .body("found", hasSize(0));
        clock.advance(Duration.ofDays(30));
        String second = stopped(system);
        put("op.nirs", second + "/cause", "{\"kind\":\"SOFTWARE\"}")
                .then()
                .statusCode(200)
                .body("found", hasSize(0));

        put("op.nirs", second + "/cause", "{\"kind\":\"NETWORK\",\"note\":\"포트 이상\"}")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("recurrence/product-default"))
                .body("found.rule", equalTo(List.of("same-system-same-cause")))
                .body("found[0].earlier", equalTo(List.of(first)))
                .body("found[0].count", equalTo(2))
                .body("found[0].institution", equalTo("MOIS"))
                .body("found[0].recommend", containsString("subject.id=" + second));
        timeline(second)
                .then()
                .body("items.findAll { it.kind == 'REPEATED' }", hasSize(1))
                .body("items.find { it.kind == 'REPEATED' }.text.en", containsString("2 failures with the same cause"))
                .body("items.findAll { it.kind == 'CAUSE_CLASSIFIED' }.text.ko", hasItem("원인 구분: 네트워크 포트 이상"));
        String page = As.person("sit.mois")
                .accept(ContentType.HTML)
                .get("/incidents/" + second + "/similar")
                .then()
                .statusCode(200)
                .body(containsString("Make the recommendation"))
                .extract()
                .asString();
        assertThat(page).contains("/incidents/" + first);
        put("op.nirs", second + "/cause", "{\"kind\":\"WEATHER\"}").then().statusCode(400);
    }

    @Test
    void what_is_said_to_the_public_is_approved_by_another_person_and_apart_from_internal_notes() {
        String system = "PS-" + System.nanoTime();
        As.admin().body("""
                        {"code":"%s","name":{"ko":"안내","en":"Told"},"owner":"MOIS","operator":"NIRS","audience":"CITIZEN",
                         "zone":"INTERNET","publicText":{"ko":"점검 중","en":"Being mended"}}""".formatted(system)).post("/api/v1/systems").then().statusCode(201);
        String number = log("""
                {"kind":"FAILURE","title":"내부 제목","declaredGrade":1,"reason":"x",
                 "systems":[{"code":"%s","service":"STOPPED"}]}""".formatted(system));
        As.person("op.nirs")
                .body("{\"text\":\"내부 메모\"}")
                .post(INCIDENTS + number + "/timeline")
                .then()
                .statusCode(201);
        String title = "Counters are open " + system;
        String statements = INCIDENTS + number + "/statements";
        As.person("cio.mois")
                .body(statement(system, "qq"))
                .post(statements)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/others/qq"));
        String id = As.person("cio.mois")
                .body(statement(system, "zh"))
                .post(statements)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String approval = number + "/statements/" + id + "/approval";
        put("cio.mois", approval, "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("incident.another-person-approves"));
        assertThat(status()).doesNotContain(title);
        put("hq.mois", approval, "{}").then().statusCode(200).body("items[0].shown", equalTo(true));

        clock.advance(Duration.ofMinutes(1));
        assertThat(status())
                .contains(title)
                .contains("请到窗口办理")
                .doesNotContain("내부 메모")
                .doesNotContain("내부 제목");
        As.person("op.nirs")
                .get(INCIDENTS + number)
                .then()
                .body("clocks.find { it.kind == 'PUBLIC_NOTICE' }.state", equalTo("MET"));
        As.person("op.nirs")
                .body("{\"reason\":\"오류\"}")
                .delete(statements + "/" + id)
                .then()
                .statusCode(200)
                .body("items[0].shown", equalTo(false));
        clock.advance(Duration.ofMinutes(5));
        assertThat(status()).doesNotContain(title);
    }

    private static String statement(String system, String language) {
        return """
                {"title":{"ko":"창구 이용 안내 %1$s","en":"Counters are open %1$s"},
                 "body":{"ko":"창구를 이용하십시오.","en":"Use the counters."},"others":{"%2$s":"请到窗口办理"}}""".formatted(system, language);
    }

    private static String status() {
        return As.nobody().accept("text/html").get("/status?lang=en").asString();
    }
}
