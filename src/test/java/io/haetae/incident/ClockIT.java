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
import io.haetae.testing.OwnerConnection;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that stand still, go by other rules, and are computed again from what happened. */
@QuarkusTest
class ClockIT {

    private static final String MEETING = "clocks.find{it.kind=='ASSESSMENT_MEETING' && it.state!='CANCELLED'}";

    @Inject
    MovableClock clock;

    @Inject
    IncidentSweep sweep;

    @Inject
    ClockAuditSweep audit;

    @Inject
    IncidentWatch watch;

    @Inject
    OwnerConnection owner;

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        World.build();
    }

    private static String incident(String... systems) {
        String affected = String.join(
                ",",
                List.of(systems).stream()
                        .map(code -> "{\"code\":\"" + code + "\",\"service\":\"STOPPED\"}")
                        .toList());
        return "/api/v1/incidents/"
                + As.person("op.nirs")
                        .body(
                                "{\"kind\":\"FAILURE\",\"title\":\"기한\",\"declaredGrade\":1,\"reason\":\"x\",\"systems\":["
                                        + affected + "]}")
                        .post("/api/v1/incidents")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("number");
    }

    private static Response put(String path, String body) {
        return As.person("op.nirs").body(body).put(path);
    }

    private static Response get(String path) {
        return As.person("op.nirs").get(path);
    }

    private static void isRight(String incident) {
        get(incident + "/clock-recomputation")
                .then()
                .statusCode(200)
                .body("deviations", hasSize(0))
                .body("equal", equalTo(true));
    }

    private static Response pause(String incident, String kind, String until) {
        return put(incident + "/clocks/" + kind + "/pause", "{\"until\":\"" + until + "\",\"reason\":\"통신사 회신 대기\"}");
    }

    @Test
    void a_person_lets_a_clock_stand_still_for_a_reason_and_it_runs_on_by_itself() {
        String incident = incident("GOV24");
        get(incident).then().body(MEETING + ".dueAt", equalTo("2026-11-23T11:00:00+09:00"));
        clock.advance(Duration.ofMinutes(20));
        pause(incident, "ASSESSMENT_MEETING", "2026-11-23T11:20:00+09:00")
                .then()
                .statusCode(200)
                .body(MEETING + ".state", equalTo("PAUSED"))
                .body(MEETING + ".pausedBy", equalTo("op.nirs"))
                .body(MEETING + ".pauseReason", equalTo("통신사 회신 대기"))
                .body(MEETING + ".dueAt", equalTo("2026-11-23T12:00:00+09:00"));
        clock.advance(Duration.ofMinutes(50));
        sweep.run();
        get(incident).then().body(MEETING + ".state", equalTo("PAUSED"));
        clock.advance(Duration.ofMinutes(10)); // 11:20: it runs again, with forty minutes left
        sweep.run();
        get(incident).then().body(MEETING + ".state", equalTo("RUNNING"));
        clock.advance(Duration.ofMinutes(25)); // 45 of 60 minutes have run
        sweep.run();
        get(incident).then().body(MEETING + ".state", equalTo("WARNED"));
        clock.advance(Duration.ofMinutes(15));
        sweep.run();
        get(incident).then().body(MEETING + ".state", equalTo("BREACHED"));
        get(incident + "/timeline")
                .then()
                .body(
                        "items.findAll{it.kind=='CLOCK_PAUSED'}.text.ko",
                        equalTo(List.of("기한 일시정지: 상황판단회의 개최 (2026-11-23 11:20까지) 통신사 회신 대기")))
                .body(
                        "items.findAll{it.kind=='CLOCK_BREACHED'}.text.en",
                        hasItem("Deadline missed: Hold the assessment meeting"));
        isRight(incident);
    }

    @Test
    void it_runs_again_before_that_when_somebody_says_so() {
        String incident = incident("GOV24");
        pause(incident, "ASSESSMENT_MEETING", "2026-11-23T18:00:00+09:00");
        clock.advance(Duration.ofMinutes(30));
        As.person("op.nirs")
                .body("{\"note\":\"회신 받음\"}")
                .delete(incident + "/clocks/ASSESSMENT_MEETING/pause")
                .then()
                .statusCode(200)
                .body(MEETING + ".state", equalTo("RUNNING"))
                .body(MEETING + ".dueAt", equalTo("2026-11-23T11:30:00+09:00"));
        As.person("op.nirs")
                .body("{}")
                .delete(incident + "/clocks/ASSESSMENT_MEETING/pause")
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.clock-not-paused"));
        isRight(incident);
    }

    @Test
    void a_duty_by_law_never_stands_still_and_neither_does_one_that_has_run_out() {
        String incident = incident("GOV24");
        pause(incident, "NOTIFY_SITUATION_ROOM", "2026-11-23T12:00:00+09:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.clock-never-pauses"))
                .body("detail", containsString("전자정부법 제56조의5 ①"));
        pause(incident, "NOTIFY_CIO", "2026-11-23T12:00:00+09:00").then().statusCode(409);
        pause(incident, "ASSESSMENT_MEETING", "2026-11-23T10:00:00+09:00")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        pause(incident, "ASSESSMENT_MEETING", "2026-12-23T10:00:00+09:00")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("pause-too-long"));
        clock.advance(Duration.ofMinutes(60));
        pause(incident, "ASSESSMENT_MEETING", "2026-11-23T12:00:00+09:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.clock-run-out"));
    }

    @Test
    void while_recovery_is_watched_clocks_stand_still_whose_rules_say_so() {
        String incident = incident("SAEOL");
        clock.advance(Duration.ofMinutes(10));
        put(
                        incident + "/recoveries",
                        "[{\"code\":\"SAEOL\",\"recoveredAt\":\"2026-11-23T10:10:00+09:00\",\"level\":\"FULL\"}]")
                .then()
                .statusCode(200)
                .body(MEETING + ".state", equalTo("PAUSED"))
                .body(MEETING + ".pausedBy", nullValue())
                .body("clocks.find{it.kind=='NOTIFY_CIO'}.state", equalTo("RUNNING"));
        clock.advance(Duration.ofHours(5));
        sweep.run();
        get(incident)
                .then()
                .body(MEETING + ".state", equalTo("PAUSED"))
                .body("clocks.find{it.kind=='NOTIFY_CIO'}.state", equalTo("BREACHED"));
        isRight(incident);
        As.person("op.nirs")
                .body("{\"reason\":\"재발\"}")
                .delete(incident + "/closure")
                .then()
                .statusCode(200)
                .body(MEETING + ".state", equalTo("RUNNING"))
                .body(MEETING + ".measurement", equalTo(2));
        isRight(incident);
    }

    @Test
    void an_incident_keeps_the_rules_it_began_with_until_a_person_moves_it() {
        String incident = incident("GOV24");
        get(incident)
                .then()
                .body("clockRules.ruleSet", equalTo("reporting-clock/product-default"))
                .body("clockRules.version", equalTo("2"))
                .body("clockRules.newer", nullValue());
        put(incident + "/clock-rules", "{\"version\":\"9\",\"reason\":\"x\"}")
                .then()
                .statusCode(422);
        put(incident + "/clock-rules", "{\"version\":\"1\",\"reason\":\"구 규칙 적용\"}")
                .then()
                .statusCode(200)
                .body("clockRules.version", equalTo("1"))
                .body("clockRules.newer", equalTo("2"))
                .body(MEETING + ".mayPause", equalTo(false))
                .body("clocks.findAll{it.state=='CANCELLED'}", hasSize(0)); // the same times: they go on
        put(incident + "/facts", "{\"damage\":\"전국\"}").then().body("clockRules.version", equalTo("1"));
        put(incident + "/clock-rules", "{\"reason\":\"현행 규칙으로\"}")
                .then()
                .statusCode(200)
                .body("clockRules.version", equalTo("2"))
                .body(MEETING + ".mayPause", equalTo(true));
        get(incident + "/timeline")
                .then()
                .body(
                        "items.findAll{it.kind=='CLOCK_RULES_MOVED'}.text.en",
                        hasItem(
                                "Deadlines go by other rules: reporting-clock/product-default 1 → reporting-clock/product-default 2 현행 규칙으로"));
        isRight(incident);
    }

    @Test
    void what_was_told_of_a_deadline_is_not_told_again_when_its_time_changes() {
        String incident = incident("GOV24");
        clock.advance(Duration.ofMinutes(6));
        sweep.run();
        put(incident + "/facts", "{\"detectedAt\":\"2026-11-23T09:50:00+09:00\"}")
                .then()
                .statusCode(200)
                .body(
                        "clocks.find{it.kind=='ACKNOWLEDGE' && it.state!='CANCELLED'}.dueAt",
                        equalTo("2026-11-23T09:55:00+09:00"))
                .body("clocks.find{it.kind=='ACKNOWLEDGE' && it.state!='CANCELLED'}.state", equalTo("BREACHED"));
        sweep.run();
        get(incident + "/timeline")
                .then()
                .body(
                        "items.findAll{it.kind=='CLOCK_BREACHED' && it.text.en.contains('Duty acknowledges')}",
                        hasSize(1));
        isRight(incident);
    }

    @Test
    void clocks_computed_again_after_merging_and_splitting_are_those_that_are_kept() {
        String survivor = incident("GOV24", "SAEOL");
        clock.advance(Duration.ofMinutes(3));
        String source = incident("GPKI");
        put(source + "/clocks/NOTIFY_CIO/completion", "{}").then().statusCode(200);
        String into = survivor.substring(survivor.lastIndexOf('/') + 1);
        put(source + "/merger", "{\"into\":\"" + into + "\",\"reason\":\"같은 원인\"}")
                .then()
                .statusCode(200);
        isRight(survivor);
        get(survivor).then().body("clocks.find{it.kind=='NOTIFY_CIO' && it.state=='MET'}.metBy", equalTo("op.nirs"));
        clock.advance(Duration.ofMinutes(3));
        String part = As.person("op.nirs")
                .body("{\"systems\":[\"SAEOL\"],\"title\":\"다른 원인\",\"reason\":\"x\"}")
                .post(survivor + "/splits")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        isRight(survivor);
        isRight("/api/v1/incidents/" + part);
    }

    @Test
    void clocks_that_are_not_what_their_events_say_are_found_and_set_right_and_what_is_done_stays_done()
            throws SQLException {
        String incident = incident("GOV24");
        String number = incident.substring(incident.lastIndexOf('/') + 1);
        put(incident + "/clocks/NOTIFY_MINISTER/completion", "{}");
        change("due_at = due_at + interval '1 day' where kind = 'ASSESSMENT_MEETING'", number);
        change("state = 'CANCELLED', next_at = null where kind = 'PUBLIC_NOTICE'", number);
        change("state = 'MET', met_at = due_at, met_by = '담당', next_at = null where kind = 'NOTIFY_CIO'", number);
        audit.run();
        clock.advance(Duration.ofMinutes(3));
        assertThat(watch.late(clock.instant().minus(Duration.ofMinutes(2)), 10_000))
                .filteredOn(
                        late -> late.subjectId().equals(number) && late.what().equals("clock-deviates"))
                .extracting(late -> late.detail())
                .containsExactly("ASSESSMENT_MEETING, NOTIFY_CIO, PUBLIC_NOTICE");
        get(incident + "/clock-recomputation").then().body("deviations", hasSize(3));
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get("/incidents/" + number + "/clocks")
                .then()
                .statusCode(200)
                .body(containsString("3 deadlines are not what their events say."));

        put(incident + "/clock-recomputation", "{\"reason\":\"대조 결과\"}")
                .then()
                .statusCode(200)
                .body("deviations.kind", equalTo(List.of("NOTIFY_CIO"))); // somebody marked it as done
        get(incident)
                .then()
                .body(MEETING + ".dueAt", equalTo("2026-11-23T11:00:00+09:00"))
                .body("clocks.find{it.kind=='PUBLIC_NOTICE'}.state", equalTo("RUNNING"))
                .body("clocks.findAll{it.state=='MET'}.kind", hasItems("NOTIFY_MINISTER", "NOTIFY_CIO"));
        put(incident + "/clocks/NOTIFY_MINISTER/completion", "{}").then().statusCode(409);
    }

    @Test
    void clocks_of_an_incident_from_before_events_were_kept_are_taken_over_as_they_stand() throws Exception {
        String incident = incident("GOV24");
        String number = incident.substring(incident.lastIndexOf('/') + 1);
        put(incident + "/clocks/NOTIFY_MINISTER/completion", "{}");
        String migration;
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/db/migration/V20261122.2412.91__incident_clock_events.sql"))) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String takeOver = migration.substring(
                migration.indexOf("insert into incident_clock_event"),
                migration.indexOf("update incident set clock_events = 1"));
        String that = "(select id from incident where number = '" + number + "')";
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from incident_clock_event where incident = " + that);
            statement.executeUpdate(
                    takeOver.replace("on c.incident = i.id", "on c.incident = i.id and i.number = '" + number + "'"));
            statement.executeUpdate("update incident set clock_events = 1 where number = '" + number + "'");
        }
        isRight(incident);
        pause(incident, "ASSESSMENT_MEETING", "2026-11-23T11:00:00+09:00")
                .then()
                .statusCode(200)
                .body(MEETING + ".dueAt", equalTo("2026-11-23T12:00:00+09:00"));
        put(incident + "/facts", "{\"detectedAt\":\"2026-11-23T09:30:00+09:00\"}")
                .then()
                .statusCode(200);
        isRight(incident);
    }

    private void change(String what, String number) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate("update incident_clock set " + what
                    + " and incident = (select id from incident where number = '" + number + "')");
            assertThat(rows).isEqualTo(1);
        }
    }

    @Test
    void the_page_shows_who_paused_what_and_why_and_lets_it_run_again() {
        String incident = incident("GOV24");
        String page = "/incidents/" + incident.substring(incident.lastIndexOf('/') + 1);
        As.person("op.nirs")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .formParam("until", "2026-11-23T12:00")
                .formParam("reason", "vendor call-back")
                .post(page + "/clocks/ASSESSMENT_MEETING/pause")
                .then()
                .statusCode(303);
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get(page + "/clocks")
                .then()
                .statusCode(200)
                .body(containsString("op.nirs: vendor call-back"))
                .body(containsString("/clocks/ASSESSMENT_MEETING/resumption"))
                .body(containsString("전자정부법 제56조의5 ①"))
                .body(not(containsString("/clocks/NOTIFY_SITUATION_ROOM/pause")));
        As.person("op.nirs").accept(ContentType.HTML).get(page).then().body(containsString("vendor call-back"));
        As.person("op.nirs")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .formParam("until", "2026-11-23T12:00")
                .post(page + "/clocks/PUBLIC_NOTICE_REPEAT/pause")
                .then()
                .statusCode(422)
                .body(containsString("until-PUBLIC_NOTICE_REPEAT"));
        As.person("op.nirs")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .formParam("note", "")
                .post(page + "/clocks/ASSESSMENT_MEETING/resumption")
                .then()
                .statusCode(303);
    }
}
