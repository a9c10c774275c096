package io.haetae.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeIT {

    private static final String ANNOUNCED = """
            {"title":{"ko":"민원 시스템 점검","en":"Maintenance of the counter"},
             "text":{"ko":"주민센터를 방문하십시오.","en":"Visit a community centre."}}""";
    private static final String WHY = "{\"text\":\"장비 미도착\"}";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @Inject
    Maintenance maintenance;

    @Inject
    SystemService systems;

    @BeforeEach
    void two_systems_and_those_who_work_on_them() {
        at("2026-11-30T10:00:00+09:00");
        As.institution("CHMOIS", "MINISTRY", null, "CHMOIS");
        As.institution("CHCOURT", "CONSTITUTIONAL", null, "CHCOURT");
        As.create("ch.operator", "OPERATOR", "CHMOIS");
        As.create("ch.officer", "OFFICER", "CHMOIS");
        As.create("ch.officer2", "OFFICER", "CHMOIS");
        As.create("ch.court", "OFFICER", "CHCOURT");
        system("CH-24", "CHMOIS");
        system("CH-ID", "CHMOIS");
        system("CH-COURT", "CHCOURT");
        // other tests share the database, and the public page shows what all of them break and plan
        sql.update("update incident set state = 'CANCELLED', recovered_at = null, closed_at = null, regrade_at = null");
        nothingIsAnnounced();
        sql.update("update change_window set ended_at = from_at - interval '1 day', ended_by = 'x'");
    }

    @AfterEach
    void back_to_now() {
        nothingIsAnnounced();
        clock.setTo(MovableClock.START);
    }

    private void nothingIsAnnounced() {
        sql.update("update change_window set public_title_ko = null, public_title_en = null,"
                + " public_text_ko = null, public_text_en = null");
    }

    @Test
    void a_change_is_requested_approved_by_somebody_else_begun_and_done() {
        Response made = requested("CH-24", ANNOUNCED);
        String number = made.path("number");
        made.then()
                .header("ETag", "\"1\"")
                .body("state", equalTo("REQUESTED"))
                .body("plannedFrom", equalTo("2026-12-05T00:00:00+09:00"))
                .body("requester", equalTo("ch.operator"))
                .body("approver", nullValue())
                .body("allowed", contains("content", "cancellation"));
        put("ch.operator", number, "approval", "{}").statusCode(403);
        put("ch.operator", number, "beginning", "{}")
                .statusCode(409)
                .body("code", equalTo("change.not-allowed-now"))
                .body("allowed", contains("content", "approval", "refusal", "cancellation"));
        put("ch.officer", number, "approval", "{}")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approver", equalTo("ch.officer"));
        at("2026-12-05T00:05:00+09:00");
        put("ch.operator", number, "beginning", "{}")
                .statusCode(200)
                .body("begunAt", equalTo("2026-12-05T00:05:00+09:00"));
        put("ch.operator", number, "cancellation", WHY)
                .statusCode(409)
                .body("allowed", contains("completion", "roll-back"));
        at("2026-12-05T02:00:00+09:00");
        put("ch.operator", number, "completion", "{\"text\":\"정상 확인\"}")
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("allowed", empty())
                .body("acts.rule", contains("change.requested", "change.approved", "change.begun", "change.done"));
        assertThat(journalled(number))
                .containsExactly("change.requested", "change.approved", "change.begun", "change.done");
        assertThat(maintenance.at(id("CH-24"), clock.instant())).isEmpty();
    }

    @Test
    void whoever_wrote_a_change_does_not_approve_it_also_when_they_only_changed_it() {
        String number = requested("CH-24", "null").path("number");
        As.person("ch.officer")
                .header("If-Match", "\"1\"")
                .body(change("CH-24", "2026-12-05T00:00:00+09:00", "2026-12-05T05:00:00+09:00", "null"))
                .put("/api/v1/changes/" + number + "/content")
                .then()
                .statusCode(200)
                .body("requester", equalTo("ch.officer"))
                .body("version", equalTo(2));
        put("ch.officer", number, "approval", "{}").statusCode(403).body("code", equalTo("change.another-person"));
        put("ch.officer", number, "refusal", WHY).statusCode(403);
        put("ch.officer2", number, "approval", "{}").statusCode(200);
        As.person("ch.operator")
                .header("If-Match", "\"2\"")
                .body(change("CH-24", "2026-12-05T00:00:00+09:00", "2026-12-05T05:00:00+09:00", "null"))
                .put("/api/v1/changes/" + number + "/content")
                .then()
                .statusCode(412);
    }

    @Test
    void what_was_approved_and_then_changed_has_no_effect_until_it_is_approved_again() {
        String number = requested("CH-24", "null").path("number");
        put("ch.officer", number, "approval", "{}").statusCode(200);
        at("2026-12-05T00:30:00+09:00");
        assertThat(maintenance.at(id("CH-24"), clock.instant()))
                .get()
                .extracting(Maintenance.Active::change, Maintenance.Active::until)
                .containsExactly(number, instant("2026-12-05T04:00:00+09:00"));
        assertThat(maintenance.at(id("CH-ID"), clock.instant())).isEmpty();
        As.person("ch.operator")
                .header("If-Match", "\"2\"")
                .body(change("CH-24", "2026-12-05T00:00:00+09:00", "2026-12-05T08:00:00+09:00", "null"))
                .put("/api/v1/changes/" + number + "/content")
                .then()
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("approvedAt", nullValue());
        assertThat(maintenance.at(id("CH-24"), clock.instant())).isEmpty();
        put("ch.officer", number, "approval", "{}").statusCode(200);
        assertThat(maintenance.at(id("CH-24"), clock.instant())).isPresent();
        put("ch.operator", number, "cancellation", WHY).statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(maintenance.at(id("CH-24"), clock.instant())).isEmpty();
    }

    @Test
    void the_end_of_a_change_ends_its_window_before_its_time() {
        String number = approved("null");
        at("2026-12-05T01:00:00+09:00");
        put("ch.operator", number, "beginning", "{}").statusCode(200);
        put("ch.operator", number, "roll-back", "{\"text\":\"응답 지연\"}")
                .statusCode(200)
                .body("state", equalTo("ROLLED_BACK"))
                .body("endedAt", equalTo("2026-12-05T01:00:00+09:00"));
        assertThat(maintenance.at(id("CH-24"), instant("2026-12-05T00:59:59+09:00")))
                .isPresent();
        assertThat(maintenance.at(id("CH-24"), instant("2026-12-05T01:00:00+09:00")))
                .isEmpty();
    }

    @Test
    void those_who_may_approve_learn_of_it_by_message_and_the_writer_does_not() {
        String number = requested("CH-24", "null").path("number");
        assertThat(told(number)).containsExactlyInAnyOrder("ch.officer", "ch.officer2");
        String once = once();
        assertThat(told(once)).containsExactlyInAnyOrder("ch.officer", "ch.officer2");
        As.person("ch.officer")
                .get("/api/v1/inbox")
                .then()
                .body("items.title.en", hasItem("A maintenance window awaits approval: 점검"));
    }

    @Test
    void the_time_after_a_window_is_a_window_of_its_own_that_is_approved_anew() {
        String once = once();
        extend("ch.operator", once, "2026-12-13T05:00:00+09:00").statusCode(409);
        As.person("ch.officer")
                .put("/api/v1/maintenance-windows/" + once + "/approval")
                .then()
                .statusCode(200)
                .body("allowed", containsInAnyOrder("end", "extensions"));
        extend("ch.operator", once, "2026-12-13T02:00:00+09:00")
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        extend("ch.operator", once, "2026-12-20T05:00:00+09:00")
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        extend("ch.court", once, "2026-12-13T05:00:00+09:00").statusCode(404);

        String more = extend("ch.operator", once, "2026-12-13T05:00:00+09:00")
                .statusCode(201)
                .body("from", equalTo("2026-12-13T03:00:00+09:00"))
                .body("state", equalTo("REQUESTED"))
                .body("systems", contains("CH-24"))
                .extract()
                .path("id");
        assertThat(told(more)).containsExactlyInAnyOrder("ch.officer", "ch.officer2");
        Instant later = instant("2026-12-13T04:00:00+09:00");
        assertThat(maintenance.at(id("CH-24"), later)).isEmpty();
        As.person("ch.officer2")
                .put("/api/v1/maintenance-windows/" + more + "/approval")
                .then()
                .statusCode(200);
        assertThat(maintenance.at(id("CH-24"), later)).isPresent();
        assertThat(page("ch.operator", "/maintenance/" + once)).contains("Extend");
        form("ch.operator", "/maintenance/" + once + "/extensions", "until=2026-12-13T01:00&reason=x")
                .then()
                .statusCode(422);
    }

    private static String once() {
        Response made = As.person("ch.operator").body("""
                        {"title":"점검","systems":["CH-24"],"from":"2026-12-12T23:00:00+09:00",
                         "until":"2026-12-13T03:00:00+09:00"}""").post("/api/v1/maintenance-windows");
        return made.then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse extend(String username, String id, String until) {
        return As.person(username)
                .body("{\"until\":\"" + until + "\",\"reason\":\"지연\"}")
                .post("/api/v1/maintenance-windows/" + id + "/extensions")
                .then();
    }

    private List<String> told(String about) {
        return sql.list(
                "select distinct recipient from notify_delivery where subject_id = ? and channel = 'IN_APP'",
                row -> row.getString("recipient"),
                about);
    }

    @Test
    void a_recurring_window_quietens_each_second_saturday_night_once_somebody_else_approved_it() {
        String id = planned("FREQ=MONTHLY;BYDAY=2SA;UNTIL=20270331", "null");
        Instant night = instant("2027-01-10T01:00:00+09:00");
        assertThat(maintenance.at(id("CH-24"), night)).isEmpty();
        As.person("ch.officer")
                .put("/api/v1/maintenance-windows/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body(
                        "occurrences.from",
                        contains(
                                "2026-12-12T23:00:00+09:00",
                                "2027-01-09T23:00:00+09:00",
                                "2027-02-13T23:00:00+09:00",
                                "2027-03-13T23:00:00+09:00"));
        assertThat(maintenance.at(List.of(id("CH-24"), id("CH-ID"), id("CH-COURT")), night))
                .containsOnlyKeys(id("CH-24"), id("CH-ID"));
        assertThat(maintenance.at(id("CH-24"), instant("2027-01-10T03:00:00+09:00")))
                .isEmpty();
        As.person("ch.operator")
                .queryParam("system", "CH-ID")
                .queryParam("from", "2027-01-01T00:00:00+09:00")
                .queryParam("until", "2027-03-01T00:00:00+09:00")
                .get("/api/v1/maintenance-windows")
                .then()
                .statusCode(200)
                .body("items.from", contains("2027-01-09T23:00:00+09:00", "2027-02-13T23:00:00+09:00"))
                .body("items[0].recurring", equalTo(true));
        As.person("ch.operator")
                .body(WHY)
                .put("/api/v1/maintenance-windows/" + id + "/end")
                .then()
                .statusCode(200);
        assertThat(maintenance.at(id("CH-24"), night)).isEmpty();
    }

    @Test
    void what_cannot_be_is_said_field_by_field() {
        As.person("ch.operator")
                .body(change("CH-COURT", "2026-12-05T04:00:00+09:00", "2026-12-05T00:00:00+09:00", "null"))
                .post("/api/v1/changes")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/systems/0", "/plannedUntil"));
        As.person("ch.operator")
                .body(change("CH-24", "2026-12-05T00:00:00+09:00", "2026-12-13T00:00:00+09:00", "null"))
                .post("/api/v1/changes")
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("One window may not be longer than 168 hours."));
        window("FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270331", "null")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/from"));
        window("FREQ=DAILY;UNTIL=20270331", "null").then().statusCode(422).body("errors.pointer", contains("/rrule"));
        As.person("ch.operator")
                .body(change("CH-24", "+300000-01-01T00:00:00Z", "+300000-01-01T01:00:00Z", "null"))
                .post("/api/v1/changes")
                .then()
                .statusCode(422)
                .body("errors.code", contains("too-far-ahead"));
        window("FREQ=WEEKLY;BYDAY=SA;UNTIL=20300331", "null")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rrule"));
    }

    @Test
    void another_institution_sees_nothing_of_it() {
        String number = requested("CH-24", "null").path("number");
        As.person("ch.court").get("/api/v1/changes/" + number).then().statusCode(404);
        As.person("ch.court").get("/api/v1/changes").then().body("items.number", not(hasItem(number)));
        put("ch.court", number, "approval", "{}").statusCode(404);
        As.person("ch.operator")
                .get("/api/v1/changes?system=CH-24&open=true")
                .then()
                .body("items.number", hasItem(number));
        As.person("ch.court")
                .queryParam("from", "2026-12-05T00:00:00+09:00")
                .get("/api/v1/maintenance-windows")
                .then()
                .statusCode(200)
                .body("items.change", not(hasItem(number)));
    }

    @Test
    void the_public_reads_of_approved_work_before_during_and_after_it_and_a_failure_is_worse() {
        String number = requested("CH-24", ANNOUNCED).path("number");
        maintenances("").body("scheduled_maintenances", empty());
        put("ch.officer", number, "approval", "{}").statusCode(200);

        at("2026-11-30T11:00:00+09:00");
        maintenances("/upcoming")
                .body("scheduled_maintenances.name", contains("Maintenance of the counter"))
                .body("scheduled_maintenances[0].status", equalTo("scheduled"))
                .body("scheduled_maintenances[0].impact", equalTo("maintenance"))
                .body("scheduled_maintenances[0].scheduled_for", equalTo("2026-12-05T00:00:00+09:00"))
                .body("scheduled_maintenances[0].scheduled_until", equalTo("2026-12-05T04:00:00+09:00"))
                .body("scheduled_maintenances[0].incident_updates[0].body", equalTo("Visit a community centre."))
                .body("scheduled_maintenances[0].components.name", contains("CH-24 en"));
        maintenances("/active").body("scheduled_maintenances", empty());
        summary().body("status.indicator", equalTo("none")).body("scheduled_maintenances.size()", equalTo(1));

        at("2026-12-05T00:10:00+09:00");
        put("ch.operator", number, "beginning", "{}").statusCode(200);
        maintenances("/active")
                .body("scheduled_maintenances.status", contains("in_progress"))
                .body("scheduled_maintenances[0].components.status", contains("under_maintenance"));
        summary()
                .body("status.indicator", equalTo("maintenance"))
                .body("status.description", equalTo("Some services are under maintenance"))
                .body("components.find { it.name == 'CH-24 en' }.status", equalTo("under_maintenance"))
                .body("components.find { it.name == 'CH-ID en' }.status", equalTo("operational"));
        assertThat(RestAssured.given().get("/status?lang=ko").asString())
                .contains("민원 시스템 점검", "점검 중", "주민센터를 방문하십시오.", "일부 서비스를 점검하고 있습니다");

        String incident = incident("CH-24");
        summaryAfter("2026-12-05T00:11:00+09:00")
                .body("components.find { it.name == 'CH-24 en' }.status", equalTo("major_outage"))
                .body("incidents.size()", equalTo(1));
        recover(incident);

        at("2026-12-05T04:30:00+09:00");
        maintenances("/active").body("scheduled_maintenances.status", contains("verifying"));
        put("ch.operator", number, "completion", "{\"text\":\"정상 확인\"}").statusCode(200);
        summaryAfter("2026-12-05T04:31:00+09:00")
                .body("scheduled_maintenances", empty())
                .body("components.find { it.name == 'CH-24 en' }.status", equalTo("operational"));
        maintenances("").body("scheduled_maintenances.status", contains("completed"));
        XmlPath feed = new XmlPath(RestAssured.given()
                .header("Accept-Language", "en")
                .get("/status/feed.atom")
                .asString());
        assertThat(feed.getList("feed.entry.title", String.class)).contains("Maintenance of the counter");
        assertThat(feed.getString("feed.entry.find { it.title == 'Maintenance of the counter' }.content"))
                .isEqualTo("Completed: 2026-12-05 00:00 – 2026-12-05 04:00\nVisit a community centre.");
    }

    @Test
    void nothing_is_public_of_a_window_without_words_for_the_public() {
        approved("null");
        at("2026-12-05T01:00:00+09:00");
        summary()
                .body("scheduled_maintenances", empty())
                .body("components.find { it.name == 'CH-24 en' }.status", equalTo("operational"));
        As.person("ch.operator")
                .body(change(
                        "CH-24",
                        "2026-12-05T00:00:00+09:00",
                        "2026-12-05T04:00:00+09:00",
                        "{\"title\":{\"ko\":\"x\"}}"))
                .post("/api/v1/changes")
                .then()
                .statusCode(400);
    }

    @Test
    void an_incident_during_or_shortly_after_a_change_asks_whether_it_was_the_cause() {
        String number = approved("null");
        at("2026-12-05T00:00:00+09:00");
        put("ch.operator", number, "beginning", "{}").statusCode(200);
        at("2026-12-05T03:00:00+09:00");
        hints(incident("CH-24"))
                .body("items.change", contains(number))
                .body("items[0].relation", equalTo("DURING"))
                .body("items[0].systems", contains("CH-24"))
                .body("items[0].until", nullValue());
        hints(incident("CH-ID")).body("items", empty());
        put("ch.operator", number, "completion", "{\"text\":\"정상 확인\"}").statusCode(200);
        at("2026-12-06T02:59:00+09:00");
        String after = incident("CH-24");
        hints(after)
                .body("items.change", contains(number))
                .body("items[0].relation", equalTo("AFTER"))
                .body("items[0].until", equalTo("2026-12-05T03:00:00+09:00"));
        assertThat(page("ch.operator", "/incidents/" + after + "/changes"))
                .contains("Caused by a change?", "shortly after the work");
        at("2026-12-06T03:01:00+09:00");
        hints(incident("CH-24")).body("items", empty());
    }

    @Test
    void a_change_is_written_and_worked_in_pages_without_script() {
        Response written = form(
                "ch.operator",
                "/changes/new",
                "title=x&systems=CH-24,+NO-SUCH&plannedFrom=2026-12-05T00:00"
                        + "&plannedUntil=2026-12-04T00:00&what=x&why=x&risk=LOW&rollBack=x&responsible=x");
        written.then().statusCode(422);
        assertThat(written.asString())
                .contains("There is no system &quot;NO-SUCH&quot;.", "The end may not be before the beginning.");
        String path = form(
                        "ch.operator",
                        "/changes/new",
                        "title=%ED%8C%A8%EC%B9%98&systems=CH-24&plannedFrom=2026-12-05T00:00"
                                + "&plannedUntil=2026-12-05T04:00&what=x&why=x&risk=LOW&rollBack=x&responsible=x")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        assertThat(page("ch.operator", path))
                .contains("패치", "To be approved", "Call off")
                .doesNotContain("/approval\"");
        assertThat(page("ch.officer", "/changes/mine")).contains(path, "Approve");
        assertThat(page("ch.operator", "/changes/mine")).doesNotContain(path);
        form("ch.officer", path + "/approval", "").then().statusCode(303);
        assertThat(page("ch.operator", "/changes/mine")).contains(path, "Begin the work");
        form("ch.operator", path + "/roll-back", "text=x").then().statusCode(422);
        assertThat(page("ch.operator", path)).contains("Begin the work");
        assertThat(page("ch.operator", "/maintenance?month=2026-12")).contains("패치", path);
        assertThat(page("ch.operator", "/changes")).contains("패치");
        Response window = form(
                "ch.operator",
                "/maintenance/new",
                "title=%EC%A0%95%EA%B8%B0&systems=CH-24&from=2026-12-12T23:00"
                        + "&until=2026-12-13T03:00&repeat=MONTHLY_DAY&repeatUntil=2027-03-31");
        window.then().statusCode(303);
        assertThat(page("ch.officer", window.header("Location").replaceFirst("^https?://[^/]+", "")))
                .contains("FREQ=MONTHLY;BYDAY=2SA;UNTIL=20270331", "13 Feb 2027, 23:00", "Approve");
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

    private static String change(String system, String from, String until, String announcement) {
        return """
                {"title":"패치","what":"커널 교체","why":"취약점","systems":["%s"],"responsible":"김운영 02-000-0000",
                 "risk":"MEDIUM","rollBack":"이전 커널로 부팅, 10분","plannedFrom":"%s","plannedUntil":"%s","announcement":%s}
                """.formatted(system, from, until, announcement);
    }

    private static Response requested(String system, String announcement) {
        Response made = As.person("ch.operator")
                .body(change(system, "2026-12-05T00:00:00+09:00", "2026-12-05T04:00:00+09:00", announcement))
                .post("/api/v1/changes");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made;
    }

    private static String approved(String announcement) {
        String number = requested("CH-24", announcement).path("number");
        put("ch.officer", number, "approval", "{}").statusCode(200);
        return number;
    }

    private static ValidatableResponse put(String username, String number, String noun, String body) {
        return As.person(username)
                .body(body)
                .put("/api/v1/changes/" + number + "/" + noun)
                .then();
    }

    private static Response window(String rrule, String announcement) {
        return As.person("ch.operator").body("""
                        {"title":"정기 점검","systems":["CH-24","CH-ID"],"from":"2026-12-12T23:00:00+09:00",
                         "until":"2026-12-13T03:00:00+09:00","rrule":"%s","announcement":%s}
                        """.formatted(rrule, announcement)).post("/api/v1/maintenance-windows");
    }

    private static String planned(String rrule, String announcement) {
        Response made = window(rrule, announcement);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("id");
    }

    private static String incident(String system) {
        Response made = As.person("ch.operator")
                .body("{\"kind\":\"FAILURE\",\"title\":\"x\",\"systems\":[{\"code\":\"%s\",\"service\":\"STOPPED\"}]}"
                        .formatted(system))
                .post("/api/v1/incidents");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("number");
    }

    private void recover(String incident) {
        As.person("ch.operator")
                .body("[{\"code\":\"CH-24\",\"recoveredAt\":\"%s\",\"level\":\"FULL\"}]".formatted(clock.instant()))
                .put("/api/v1/incidents/" + incident + "/recoveries")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse hints(String incident) {
        return As.person("ch.operator")
                .get("/api/v1/incidents/" + incident + "/changes")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse summaryAfter(String time) {
        at(time);
        return summary();
    }

    private static ValidatableResponse summary() {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .get("/status/api/v2/summary.json")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse maintenances(String which) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .get("/status/api/v2/scheduled-maintenances" + which + ".json")
                .then()
                .statusCode(200);
    }

    private List<String> journalled(String number) {
        return sql.list(
                "select action from audit_entry where subject_kind = 'CHANGE' and subject_id = ? order by id",
                row -> row.getString("action"),
                number);
    }

    private UUID id(String system) {
        return systems.find(system).orElseThrow().id();
    }

    private static void system(String code, String owner) {
        int status = As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s ko","en":"%s en"},"owner":"%s","operator":"%s","audience":"CITIZEN",
                         "publicText":{"ko":"이용할 수 없습니다.","en":"It cannot be used."}}
                        """.formatted(code, code, code, owner, owner))
                .post("/api/v1/systems")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    private void at(String time) {
        clock.setTo(instant(time));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
