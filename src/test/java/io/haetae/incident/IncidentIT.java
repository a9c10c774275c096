package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.duty.CallOutDriver;
import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IncidentIT {

    @Inject
    MovableClock clock;

    @Inject
    IncidentSweep sweep;

    @Inject
    CallOutDriver callOuts;

    @Inject
    Sql sql;

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        World.build();
    }

    private static Response log(String who, String body) {
        return As.person(who).body(body).post("/api/v1/incidents");
    }

    private static String number(Response logged) {
        logged.then().statusCode(201);
        return logged.path("number");
    }

    private static String stopped(String system) {
        return "{\"kind\":\"FAILURE\",\"title\":\"%s 접속 불가\",\"systems\":[{\"code\":\"%s\",\"service\":\"STOPPED\"}]}"
                .formatted(system, system);
    }

    @Test
    void logging_gives_a_number_a_failure_grade_with_reasons_and_clocks() {
        Response logged = log("op.nirs", """
                {"kind":"FAILURE","title":"정부24 접속 불가","occurredAt":null,"detectedAt":"2026-11-23T09:58:00+09:00",
                 "recognisedAt":"2026-11-23T09:59:30+09:00","source":"MONITORING",
                 "systems":[{"code":"GOV24","service":"STOPPED","lostShare":1.0,
                             "people":{"count":1200000,"basis":"ESTIMATED"},"data":"NONE","redundancyLost":false,
                             "substitute":"AVAILABLE","services":["CERT"]}],
                 "locations":[],"regions":["서울"],"affectedInstitutions":["MOHW"],"lifeSafety":false,"security":"NONE",
                 "deadlineToday":false,"cause":"c","damage":"d","actions":"a","department":"x","contact":"y",
                 "expectedRecoveryAt":null,"declaredGrade":null,"reason":null,"visibility":"NORMAL","exercise":false}
                """);
        logged.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/incidents/INC-2026-"))
                .body("number", matchesPattern("INC-2026-\\d{6}"))
                .body("state", equalTo("OPEN"))
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.provisional", equalTo(true))
                .body("failureGrade.ruleSet", equalTo("failure-grade/product-default"))
                .body("failureGrade.version", equalTo("1"))
                .body("failureGrade.reasons[0].grade", equalTo(1))
                .body("failureGrade.reasons[0].criterion", notNullValue())
                .body("failureGrade.reasons[0].why.ko", notNullValue())
                .body("failureGrade.reasons[0].why.en", notNullValue())
                .body("recordedAt", equalTo("2026-11-23T10:00:00+09:00"))
                .body("awarenessGapSeconds", equalTo(90))
                .body("clocks.kind", hasItem("NOTIFY_SITUATION_ROOM"))
                .body("clocks[0].dueAt", notNullValue())
                .body("clocks.state", hasItem("RUNNING"))
                .body("systems[0].code", equalTo("GOV24"))
                .body("links.runs", notNullValue())
                .body("links.escalations", notNullValue())
                .body("links.timeline", notNullValue());
    }

    @Test
    void everything_but_title_kind_and_a_system_may_be_left_out_and_unknown_counts_as_stopped_for_important_ones() {
        log("sup.nirs", "{\"kind\":\"FAILURE\",\"title\":\"복지로 이상\",\"systems\":[{\"code\":\"BOKJIRO\"}]}")
                .then()
                .statusCode(201)
                .body("systems[0].service", equalTo("UNKNOWN"))
                .body("failureGrade.grade", notNullValue())
                .body("recognisedAt", equalTo("2026-11-23T10:00:00+09:00"))
                .body("detectedAt", nullValue())
                .body("awarenessGapSeconds", nullValue());
    }

    @Test
    void an_acknowledgement_that_has_lapsed_is_no_acknowledgement_any_more() {
        String number = number(log("op.nirs", """
                {"kind":"FAILURE","title":"정부24 접속 불가","systems":[{"code":"GOV24","service":"STOPPED",
                 "people":{"count":1200000,"basis":"MEASURED"}}]}"""));
        callOuts.run();
        As.person("op.nirs")
                .body("{\"note\":\"확인\",\"by\":\"PAGE\"}")
                .put("/api/v1/incidents/" + number + "/acknowledgement")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(119));
        callOuts.run();
        sweep.run();
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("acknowledgedAt", notNullValue());
        clock.advance(Duration.ofMinutes(1));
        callOuts.run();
        sweep.run();
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("acknowledgedAt", nullValue())
                .body("acknowledgements", hasSize(1));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.findAll { it.kind == 'ANSWER_LAPSED' }.at", contains("2026-11-23T12:00:00+09:00"));
    }

    @Test
    void a_place_that_is_out_affects_every_system_in_it() {
        log("sit.mois", """
                        {"kind":"FAILURE","title":"대전센터 화재","locations":[{"site":"NIRS-DAEJEON","room":null,"state":"OUT"}]}
                        """)
                .then()
                .statusCode(201)
                .body("systems.code", hasItems("GPKI", "SAEOL", "GOV24"))
                .body("systems.code", not(hasItem("BOKJIRO")))
                .body("systems.byPlace", hasItem(true))
                .body("failureGrade.grade", equalTo(1));
        log("sit.mois", """
                        {"kind":"FAILURE","title":"전산실 정전","locations":[{"site":"NIRS-DAEJEON","room":"5F-7","state":"OUT"}]}
                        """).then().statusCode(201).body("systems.code", containsInAnyOrder("GPKI", "SAEOL"));
    }

    @Test
    void worse_facts_raise_the_grade_at_once_and_milder_ones_only_propose() {
        String number = number(log("op.nirs", stopped("BOKJIRO")));
        int first = As.person("op.nirs").get("/api/v1/incidents/" + number).path("failureGrade.grade");
        assertThat(first).isGreaterThan(1);
        As.person("op.nirs")
                .body("{\"systems\":[{\"code\":\"BOKJIRO\",\"people\":{\"count\":1000000}}]}")
                .put("/api/v1/incidents/" + number + "/facts")
                .then()
                .statusCode(200)
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.provisional", equalTo(true));
        As.person("op.nirs")
                .body("{\"systems\":[{\"code\":\"BOKJIRO\",\"people\":{\"count\":5}}]}")
                .put("/api/v1/incidents/" + number + "/facts")
                .then()
                .statusCode(200)
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.proposed", equalTo(first));
        As.person("op.nirs")
                .body("{\"outcome\":\"CHANGED\",\"grade\":%d,\"reason\":\"이용자 수 정정\"}".formatted(first))
                .put("/api/v1/incidents/" + number + "/grade")
                .then()
                .statusCode(200)
                .body("failureGrade.grade", equalTo(first))
                .body("failureGrade.provisional", equalTo(false));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/grades")
                .then()
                .body("items.origin", equalTo(List.of("CHANGED", "PROPOSED", "COMPUTED", "COMPUTED")));
    }

    @Test
    void time_alone_makes_it_worse_when_a_limit_passes() {
        String number = number(log("op.nirs", stopped("BOKJIRO")));
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("failureGrade.grade", equalTo(4));
        Response view = As.person("op.nirs").get("/api/v1/incidents/" + number);
        long minutes = ((Number) view.path("failureGrade.nextGrade.worse.inMinutes")).longValue();
        int worse = view.path("failureGrade.nextGrade.worse.grade");
        clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
        sweep.run();
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("failureGrade.grade", equalTo(4));
        clock.advance(Duration.ofSeconds(1));
        sweep.run();
        sweep.run();
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("failureGrade.grade", equalTo(worse));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/grades")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void of_a_major_system_only_the_situation_room_decides_the_grade() {
        String number = number(log("op.nirs", stopped("GOV24")));
        String path = "/api/v1/incidents/" + number + "/grade";
        As.person("op.nirs")
                .body("{\"outcome\":\"CONFIRMED\"}")
                .put(path)
                .then()
                .statusCode(403);
        As.person("sit.mois")
                .body("{\"outcome\":\"CHANGED\",\"grade\":3}")
                .put(path)
                .then()
                .statusCode(422);
        As.person("sit.mois")
                .body("{\"outcome\":\"CONFIRMED\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("failureGrade.provisional", equalTo(false));
    }

    @Test
    void a_declared_grade_stands_with_its_reason_beside_the_computed_one() {
        String body = stopped("BOKJIRO").replace("{\"kind\"", "{\"declaredGrade\":1,\"reason\":\"국정 현안\",\"kind\"");
        log("op.nirs", body)
                .then()
                .statusCode(201)
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.origin", equalTo("DECLARED"))
                .body("failureGrade.computed", greaterThan(1));
        log("op.nirs", body.replace("국정 현안", " ")).then().statusCode(422).body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void recovery_is_per_system_and_the_last_one_recovers_the_incident_which_can_be_closed_and_reopened() {
        String number = number(log("op.nirs", """
                {"kind":"FAILURE","title":"둘","systems":[{"code":"GOV24","service":"STOPPED"},{"code":"SAEOL","service":"STOPPED"}]}
                """));
        String incident = "/api/v1/incidents/" + number;
        As.person("op.nirs")
                .body("{\"note\":\"\"}")
                .put(incident + "/closure")
                .then()
                .statusCode(409)
                .body("allowed", hasItems("facts", "recoveries", "cancellation"))
                .body("allowed", not(hasItem("closure")));
        clock.advance(Duration.ofMinutes(30));
        As.person("op.nirs")
                .body(
                        "{\"recoveredAt\":\"2026-11-23T10:20:00+09:00\",\"level\":\"PARTIAL\",\"verifiedBy\":\"김\",\"workaround\":\"우회\"}")
                .put(incident + "/systems/GOV24/recovery")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("systems.find{it.code=='GOV24'}.recovery.level", equalTo("PARTIAL"))
                .body("systems.find{it.code=='GOV24'}.service", equalTo("DEGRADED"));
        As.person("op.nirs")
                .body("""
                        [{"code":"GOV24","recoveredAt":"2026-11-23T10:25:00+09:00","level":"FULL"},
                         {"code":"SAEOL","recoveredAt":"2026-11-23T10:28:00+09:00","level":"FULL"}]
                        """)
                .put(incident + "/recoveries")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"))
                .body("recoveredAt", equalTo("2026-11-23T10:28:00+09:00"));
        As.person("op.nirs")
                .body("{\"note\":\"정상 확인\"}")
                .put(incident + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        clock.advance(Duration.ofHours(2));
        As.person("op.nirs")
                .body("{\"reason\":\"재발\",\"systems\":[\"SAEOL\"]}")
                .delete(incident + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("periods", hasSize(2))
                .body("periods[0].recoveredAt", equalTo("2026-11-23T10:28:00+09:00"))
                .body("periods[0].closedAt", equalTo("2026-11-23T10:30:00+09:00"))
                .body("periods[0].reopenReason", equalTo("재발"))
                .body("periods[1].beganAt", equalTo("2026-11-23T12:30:00+09:00"))
                .body("systems.find{it.code=='SAEOL'}.service", equalTo("UNKNOWN"))
                .body("systems.find{it.code=='GOV24'}.service", equalTo("NORMAL"))
                // what ran from a recovery that did not hold has stopped
                .body("clocks.findAll{it.kind=='REVIEW_DRAFT'}.state", equalTo(List.of("CANCELLED")))
                .body("clocks.find{it.kind=='REVIEW_DRAFT'}.endedAt", equalTo("2026-11-23T12:30:00+09:00"));
        clock.advance(Duration.ofDays(2));
        As.person("op.nirs")
                .body("{\"recoveredAt\":\"2026-11-25T12:00:00+09:00\",\"level\":\"FULL\"}")
                .put(incident + "/systems/SAEOL/recovery")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"))
                .body("clocks.findAll{it.kind=='REVIEW_DRAFT'}.measurement", hasItems(1, 2))
                .body(
                        "clocks.find{it.kind=='REVIEW_DRAFT' && it.measurement==2}.startedAt",
                        equalTo("2026-11-25T12:00:00+09:00"))
                .body("clocks.find{it.kind=='REVIEW_DRAFT' && it.measurement==2}.state", equalTo("RUNNING"))
                .body(
                        "periods.recoveredAt",
                        equalTo(List.of("2026-11-23T10:28:00+09:00", "2026-11-25T12:00:00+09:00")));
    }

    @Test
    void a_bulk_recovery_with_one_wrong_entry_changes_nothing() {
        String number = number(log("op.nirs", stopped("SAEOL")));
        As.person("op.nirs")
                .body("""
                        [{"code":"SAEOL","recoveredAt":"2026-11-23T10:00:00+09:00","level":"FULL"},
                         {"code":"GOV24","recoveredAt":"2026-11-22T10:00:00+09:00","level":"FULL"}]
                        """)
                .put("/api/v1/incidents/" + number + "/recoveries")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/1/code", "/1/recoveredAt")));
        As.person("op.nirs").get("/api/v1/incidents/" + number).then().body("state", equalTo("OPEN"));
    }

    @Test
    void an_owner_that_names_no_central_authority_logs_its_failure_too() {
        As.institution("LONE", "PUBLIC_BODY", null, null);
        As.create("op.lone", "OPERATOR", "LONE");
        As.admin()
                .body("{\"code\":\"LONE-1\",\"name\":{\"ko\":\"x\",\"en\":\"x\"},\"owner\":\"LONE\"}")
                .post("/api/v1/systems");
        String many = "\"STOPPED\",\"people\":{\"count\":1200000,\"basis\":\"ESTIMATED\"}";
        log("op.lone", stopped("LONE-1").replace("\"STOPPED\"", many)).then().statusCode(201);
    }

    @Test
    void wrong_input_names_every_field_and_changes_nothing() {
        int before = open();
        log("op.nirs", "{\"systems\":[]}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/kind", "/title", "/systems")));
        log("op.nirs", stopped("NOWHERE")).then().statusCode(422).body("errors[0].pointer", equalTo("/systems/0/code"));
        log("op.nirs", stopped("NA-BILL")).then().statusCode(422).body("errors[0].code", equalTo("out-of-scope"));
        log("op.nirs", stopped("GOV24").replace("STOPPED", "BROKEN"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/systems/0/service"))
                .body("errors[0].detail", containsString("DEGRADED"));
        log(
                        "op.nirs",
                        stopped("GOV24")
                                .replace(
                                        "{\"kind\"",
                                        "{\"occurredAt\":\"2026-11-23T09:00:00+09:00\",\"detectedAt\":\"2026-11-23T08:00:00+09:00\","
                                                + "\"recognisedAt\":\"2026-11-24T08:00:00+09:00\",\"kind\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/detectedAt", "/recognisedAt"));
        log("op.nirs", stopped("GOV24").replace("{\"kind\"", "{\"detectedAt\":\"2026-11-23 09:00\",\"kind\""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/detectedAt"));
        log("cio.mois", stopped("GOV24")).then().statusCode(403);
        assertThat(open()).isEqualTo(before);
    }

    private static int open() {
        return As.person("sit.mois")
                .get("/api/v1/incidents?limit=200")
                .<List<?>>path("items")
                .size();
    }

    @Test
    void an_incident_of_another_institution_is_not_there_for_a_stranger() {
        String number = number(log("op.nirs", stopped("SAEOL")));
        As.person("op.na").get("/api/v1/incidents/" + number).then().statusCode(404);
        As.person("op.na")
                .body("{}")
                .put("/api/v1/incidents/" + number + "/acknowledgement")
                .then()
                .statusCode(404);
        As.person("op.na").get("/api/v1/incidents?limit=200").then().body("items.number", not(hasItem(number)));
        As.person("aud.mois").get("/api/v1/incidents?limit=200").then().body("items.number", hasItem(number));
    }

    @Test
    void what_one_needs_to_know_is_kept_from_the_others() {
        String body = stopped("BOKJIRO").replace("{\"kind\"", "{\"visibility\":\"NEED_TO_KNOW\",\"kind\"");
        String number = number(log("op.nirs", body));
        As.person("op.mohw").get("/api/v1/incidents/" + number).then().statusCode(200);
        As.person("sit.mois").get("/api/v1/incidents/" + number).then().statusCode(200);
        As.person("sup.nirs").get("/api/v1/incidents?limit=200").then().body("items.number", hasItem(number));
        As.admin().get("/api/v1/incidents/" + number).then().statusCode(404);
        As.admin().get("/api/v1/incidents?limit=200").then().body("items.number", not(hasItem(number)));
    }

    @Test
    void the_list_filters_and_pages_by_the_newest() {
        String first = number(log("op.nirs", stopped("SAEOL")));
        String second = number(log("op.nirs", stopped("GOV24")));
        Response page = As.person("sit.mois").get("/api/v1/incidents?state=OPEN&institution=MOIS&limit=1");
        page.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items[0].number", equalTo(second));
        As.person("sit.mois")
                .queryParam("cursor", page.<String>path("next"))
                .get("/api/v1/incidents?state=OPEN&institution=MOIS&limit=1")
                .then()
                .body("items[0].number", equalTo(first));
        As.person("sit.mois").get("/api/v1/incidents?cursor=rubbish").then().statusCode(400);
        As.person("sit.mois")
                .queryParam("q", "gov24")
                .get("/api/v1/incidents?failureGrade=3&limit=200")
                .then()
                .body("items.number", hasItem(second))
                .body("items.number", not(hasItem(first)));
    }

    @Test
    void a_line_of_the_list_says_what_is_back_and_what_is_due_next() {
        String number = number(log("op.nirs", """
                {"kind":"FAILURE","title":"두 시스템","recognisedAt":"2026-11-23T09:59:30+09:00",
                 "systems":[{"code":"SAEOL","service":"STOPPED"},{"code":"GOV24","service":"STOPPED"}]}"""));
        String due = As.person("op.nirs")
                .get("/api/v1/incidents/" + number)
                .path("clocks.findAll { it.state == 'RUNNING' }.min { it.dueAt }.dueAt");
        line(number)
                .then()
                .body("items[0].systems", equalTo(2))
                .body("items[0].recovered", equalTo(0))
                .body("items[0].codes", contains("GOV24", "SAEOL"))
                .body("items[0].nextDueAt", equalTo(due))
                .body("items[0].nextDueName.en", notNullValue());
        clock.advance(Duration.ofMinutes(5));
        As.person("op.nirs")
                .body("{\"recoveredAt\":\"2026-11-23T10:04:00+09:00\",\"level\":\"FULL\",\"verifiedBy\":\"김검증\"}")
                .put("/api/v1/incidents/" + number + "/systems/SAEOL/recovery")
                .then()
                .statusCode(200);
        line(number).then().body("items[0].recovered", equalTo(1));
    }

    private static Response line(String number) {
        return As.person("op.nirs").queryParam("q", number).get("/api/v1/incidents");
    }

    @Test
    void no_line_of_the_list_differs_from_the_systems_and_clocks_it_is_made_of() {
        number(log("op.nirs", stopped("GOV24")));
        assertThat(sql.list("""
                        select i.number from incident i
                          left join lateral (
                               select count(*) as affected, count(*) filter (where recovery_level = 'FULL') as recovered
                                 from incident_system where incident = i.id) s on true
                          left join lateral (
                               select min(due_at) as due_at from incident_clock
                                where incident = i.id and state in ('RUNNING', 'WARNED', 'BREACHED')
                                  and not after_recovery) c on true
                         where (i.systems_affected, i.systems_recovered, i.next_due_at)
                               is distinct from (s.affected, s.recovered, c.due_at)""", row -> row.getString(1))).isEmpty();
    }

    @Test
    void the_timeline_keeps_when_it_happened_beside_when_it_was_written() {
        String number = number(log("op.nirs", stopped("SAEOL")));
        clock.advance(Duration.ofMinutes(10));
        As.person("op.nirs")
                .body("{\"at\":\"2026-11-23T10:03:00+09:00\",\"text\":\"L4 스위치 점검\"}")
                .post("/api/v1/incidents/" + number + "/timeline")
                .then()
                .statusCode(201);
        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.find{it.kind=='NOTE'}.at", equalTo("2026-11-23T10:03:00+09:00"))
                .body("items.find{it.kind=='NOTE'}.recordedAt", equalTo("2026-11-23T10:10:00+09:00"))
                .body("items.find{it.kind=='NOTE'}.text.ko", equalTo("L4 스위치 점검"));
    }

    @Test
    void the_same_key_twice_is_one_incident_and_another_body_is_refused() {
        String body = stopped("SAEOL");
        Response first =
                As.person("op.nirs").header("Idempotency-Key", "k-1").body(body).post("/api/v1/incidents");
        Response again =
                As.person("op.nirs").header("Idempotency-Key", "k-1").body(body).post("/api/v1/incidents");
        again.then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString(number(first)))
                .body("number", equalTo(number(first)));
        As.person("op.nirs")
                .header("Idempotency-Key", "k-1")
                .body(stopped("GOV24"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(422)
                .body("code", equalTo("web.idempotency-key-reused"));
    }

    @Test
    void clocks_follow_a_changed_time_and_one_that_would_be_the_same_goes_on() {
        String number = number(log("op.nirs", """
                {"kind":"FAILURE","title":"시각 정정","detectedAt":"2026-11-23T09:50:00+09:00","declaredGrade":1,"reason":"x",
                 "recognisedAt":"2026-11-23T09:55:00+09:00","systems":[{"code":"GOV24","service":"STOPPED"}]}
                """));
        String incident = "/api/v1/incidents/" + number;
        String acknowledge = "clocks.findAll{it.kind=='ACKNOWLEDGE' && it.state!='CANCELLED'}.dueAt";
        As.person("op.nirs").get(incident).then().body(acknowledge, equalTo(List.of("2026-11-23T09:55:00+09:00")));
        As.person("op.nirs")
                .body("{\"damage\":\"전국\"}")
                .put(incident + "/facts")
                .then()
                .statusCode(200);
        As.person("op.nirs").get(incident).then().body("clocks.findAll{it.state=='CANCELLED'}", hasSize(0));

        As.person("op.nirs")
                .body("{\"detectedAt\":\"2026-11-23T09:40:00+09:00\"}")
                .put(incident + "/facts")
                .then()
                .statusCode(200)
                .body(acknowledge, equalTo(List.of("2026-11-23T09:45:00+09:00")))
                // what counts from recognition has not changed and runs on
                .body("clocks.findAll{it.state=='CANCELLED'}.kind", equalTo(List.of("ACKNOWLEDGE")));
    }
}
