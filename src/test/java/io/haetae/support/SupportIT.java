package io.haetae.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SupportIT {

    private static final String WHY = "{\"text\":\"자체 복구\"}";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @Inject
    SupportWatch watch;

    @BeforeEach
    void a_ministry_with_an_agency_a_sibling_and_the_team() {
        at("10:00");
        As.institution("SPMIN", "MINISTRY", null, "SPMIN");
        As.institution("SPAG", "AGENCY", "SPMIN", "SPMIN");
        As.institution("SPSIB", "MINISTRY", null, "SPSIB");
        As.institution("SPNIRS", "AGENCY", null, "SPSIB");
        As.create("sp.officer", "OFFICER", "SPMIN");
        As.create("sp.operator", "OPERATOR", "SPAG");
        As.create("sp.sibling", "OFFICER", "SPSIB");
        As.create("sp.one", "SUPPORT", "SPNIRS");
        As.create("sp.two", "SUPPORT", "SPNIRS");
        As.create("sp.room", "SITUATION", "SPNIRS");
        As.create("sp.auditor", "AUDITOR", null);
        site("SP-NIRS", "NIRS", "SPNIRS");
        system("SP-MIN", "SPMIN", null);
        system("SP-AG", "SPAG", null);
        system("SP-SIB", "SPSIB", null);
        system("SP-IN", "SPMIN", "SP-NIRS");
        // what a test leaves under way is no help of the next one
        sql.update("update identity_grant set until = greatest(since, ?) where until is null", clock.instant());
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_request_goes_from_asking_to_the_return_each_step_with_the_time_it_happened_and_was_recorded() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        assertThat(page("sp.operator", "/support")).contains(prompt(incident));
        at("10:20");
        Response made = ask("sp.operator", "SP-AG", incident, "\"at\":\"2026-11-23T10:05:00+09:00\",");
        made.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("REQUESTED"))
                .body("origin", equalTo("INSTITUTION"))
                .body("institution", equalTo("SPAG"))
                .body("askedAt", equalTo("2026-11-23T10:05:00+09:00"))
                .body("failureGrade", equalTo(1))
                .body("allowed", contains("withdrawal"));
        String number = made.path("number");
        assertThat(number).matches("SUP-2026-\\d{4,}");
        assertThat(page("sp.operator", "/support")).doesNotContain(prompt(incident));
        assertThat(told("sp.one", number)).hasSize(1);
        take("sp.one", number, "acceptance", "{}").statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(told("sp.operator", number)).hasSize(1);
        take("sp.one", number, "assignment", "{\"people\":[\"sp.one\",\"sp.two\"]}")
                .statusCode(200)
                .body("people.username", contains("sp.one", "sp.two"))
                .body("people.until", contains(nullValue(), nullValue()));
        take("sp.two", number, "departure", "{}").statusCode(200).body("state", equalTo("ON_THE_WAY"));
        at("13:00");
        take("sp.two", number, "arrival", "{\"at\":\"2026-11-23T12:40:00+09:00\"}")
                .statusCode(200)
                .body("state", equalTo("ON_SITE"));
        take("sp.two", number, "hand-over", "{\"text\":\"라우터 모듈 교체, 김운영에게 인계\"}")
                .statusCode(200)
                .body("allowed", contains("return"));
        at("18:00");
        take("sp.two", number, "return", "{}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("endedAt", equalTo("2026-11-23T18:00:00+09:00"))
                .body("allowed", empty())
                .body("version", equalTo(7))
                .body(
                        "steps.rule",
                        contains(
                                "support.requested",
                                "support.accepted",
                                "support.assigned",
                                "support.departed",
                                "support.arrived",
                                "support.handed-over",
                                "support.returned"))
                .body("steps[4].at", equalTo("2026-11-23T12:40:00+09:00"))
                .body("steps[4].recordedAt", equalTo("2026-11-23T13:00:00+09:00"));
        assertThat(sql.list(
                        "select action from audit_entry where subject_kind = 'SUPPORT_REQUEST' and subject_id = ? order by id",
                        row -> row.getString(1),
                        number))
                .containsExactly(
                        "support.requested",
                        "support.accepted",
                        "support.assigned",
                        "support.departed",
                        "support.arrived",
                        "support.handed-over",
                        "support.returned");
        As.person("sp.operator")
                .get("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'SUPPORT' }", hasSize(7))
                .body("items.findAll { it.kind == 'SUPPORT' }[2].text.en", containsString("sp.one, sp.two"));
    }

    @Test
    void who_is_assigned_reaches_the_system_and_its_incidents_until_the_return_and_nobody_else_and_nothing_else() {
        String ofMinistry = incident("sp.officer.op", "SP-MIN", "NEED_TO_KNOW");
        String ofAgency = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        String ofSibling = incident("sp.sibling.op", "SP-SIB", "NEED_TO_KNOW");
        evidence("SP-AG");
        face("sp.one", "SP-AG", ofAgency);
        String number = ask("sp.officer", "SP-AG", ofAgency, "").path("number");
        take("sp.one", number, "acceptance", "{}").statusCode(200);
        face("sp.one", "SP-AG", ofAgency);

        take("sp.two", number, "assignment", "{\"people\":[\"sp.one\"]}").statusCode(200);
        inside("sp.one", "SP-AG", ofAgency);
        face("sp.one", "SP-MIN", ofMinistry);
        face("sp.one", "SP-SIB", ofSibling);
        face("sp.two", "SP-AG", ofAgency);
        As.person("sp.one")
                .body("{\"at\":\"2026-11-23T10:00:00+09:00\",\"text\":\"로그 확인\"}")
                .post("/api/v1/incidents/" + ofAgency + "/timeline")
                .then()
                .statusCode(201);
        String later = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        inside("sp.one", "SP-AG", later);

        take("sp.two", number, "assignment", "{\"people\":[\"sp.two\"]}").statusCode(200);
        face("sp.one", "SP-AG", ofAgency);
        inside("sp.two", "SP-AG", ofAgency);
        take("sp.two", number, "arrival", "{}").statusCode(200);
        take("sp.two", number, "hand-over", "{\"text\":\"인계\"}").statusCode(200);
        inside("sp.two", "SP-AG", ofAgency);
        take("sp.operator", number, "return", "{}").statusCode(200);
        face("sp.two", "SP-AG", ofAgency);
        face("sp.one", "SP-AG", later);
    }

    @Test
    void the_situation_room_has_the_operational_face_and_those_concerned_the_whole() {
        incident("sp.operator", "SP-AG", "NORMAL");
        evidence("SP-AG");
        for (String username : List.of("sp.officer", "sp.operator", "sp.auditor", "admin")) {
            seen(username, "SP-AG").body("resources.name", contains("WEB-1")).body("withheld", empty());
        }
        seen("sp.room", "SP-AG")
                .body("resources", empty())
                .body("withheld", contains("resources", "files"))
                .body("contacts.phone", contains("02-000-0000"))
                .body("owner", equalTo("SPAG"));
        As.person("sp.room").get("/api/v1/systems/SP-AG/files").then().statusCode(404);
        As.person("sp.room")
                .get("/api/v1/systems/SP-AG/history")
                .then()
                .statusCode(200)
                .body("items[0].system.resources", empty());
        assertThat(page("sp.room", "/systems/SP-AG"))
                .doesNotContain("WEB-1", "/systems/SP-AG/files")
                .contains("/support?");
        assertThat(page("sp.operator", "/systems/SP-AG")).contains("WEB-1", "/systems/SP-AG/files");
        As.person("sp.room")
                .accept("text/csv")
                .get("/api/v1/systems/export?owner=SPAG")
                .then()
                .statusCode(200)
                .body(not(containsString("WEB-1")));
        As.person("sp.sibling").get("/api/v1/systems/SP-AG").then().body("owner", nullValue());
    }

    @Test
    void the_other_side_answers_and_nobody_answers_himself() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        String offered = ask("sp.one", "SP-AG", incident, "").path("number");
        get("sp.one", offered).body("origin", equalTo("TEAM")).body("allowed", contains("withdrawal"));
        assertThat(told("sp.operator", offered)).hasSize(1);
        assertThat(told("sp.two", offered)).isEmpty();
        take("sp.two", offered, "acceptance", "{}").statusCode(403).body("code", equalTo("support.other-side"));
        take("sp.sibling", offered, "acceptance", "{}").statusCode(404);
        take("sp.officer", offered, "acceptance", "{}").statusCode(200);
        take("sp.officer", offered, "assignment", "{\"people\":[\"sp.one\"]}").statusCode(403);
        take("sp.officer", offered, "refusal", WHY)
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("steps[2].text", equalTo("자체 복구"));

        As.admin()
                .body(Map.of(
                        "username",
                        "sp.both",
                        "password",
                        As.PASSWORD,
                        "name",
                        "sp.both",
                        "institution",
                        "SPAG",
                        "roles",
                        List.of("OPERATOR", "SUPPORT")))
                .post("/api/v1/people");
        String asked = ask("sp.both", "SP-AG", incident, "").path("number");
        get("sp.both", asked).body("origin", equalTo("INSTITUTION")).body("allowed", contains("withdrawal"));
        take("sp.both", asked, "acceptance", "{}").statusCode(403).body("code", equalTo("support.another-person"));
        take("sp.both", asked, "withdrawal", "{}").statusCode(422).body("errors[0].pointer", equalTo("/text"));
        take("sp.both", asked, "withdrawal", WHY).statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void a_withdrawal_takes_what_an_assignment_gave() {
        String incident = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        take("sp.one", number, "acceptance", "{}").statusCode(200);
        take("sp.one", number, "assignment", "{\"people\":[\"sp.one\"]}").statusCode(200);
        inside("sp.one", "SP-AG", incident);
        take("sp.operator", number, "withdrawal", WHY).statusCode(200);
        face("sp.one", "SP-AG", incident);
        assertThat(told("sp.one", number)).hasSize(2);
        take("sp.operator", number, "return", "{}")
                .statusCode(409)
                .body("code", equalTo("support.not-allowed-now"))
                .body("allowed", empty());
    }

    @Test
    void who_assigns_from_an_older_page_takes_nobody_away() {
        String number = ask("sp.operator", "SP-AG", incident("sp.operator", "SP-AG", "NORMAL"), "")
                .path("number");
        take("sp.one", number, "acceptance", "\"1\"", "{}").statusCode(200).header("ETag", "\"2\"");
        take("sp.one", number, "assignment", "\"2\"", "{\"people\":[\"sp.one\"]}")
                .statusCode(200);
        take("sp.two", number, "assignment", "\"2\"", "{\"people\":[\"sp.two\"]}")
                .statusCode(412)
                .body("code", equalTo("kernel.changed-meanwhile"));
        As.person("sp.two")
                .body("{\"people\":[\"sp.two\"]}")
                .put("/api/v1/support-requests/" + number + "/assignment")
                .then()
                .statusCode(428);
        take("sp.two", number, "departure", "\"2\"", "{}").statusCode(412);
        get("sp.two", number).body("people.username", contains("sp.one")).body("people[0].until", nullValue());
    }

    @Test
    void the_institution_ends_help_that_is_under_way_and_takes_back_what_it_gave() {
        String incident = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        take("sp.one", number, "acceptance", "{}").statusCode(200);
        take("sp.one", number, "assignment", "{\"people\":[\"sp.one\"]}").statusCode(200);
        take("sp.one", number, "arrival", "{}").statusCode(200).body("allowed", not(hasItem("ending")));
        inside("sp.one", "SP-AG", incident);
        take("sp.one", number, "ending", WHY).statusCode(403);
        take("sp.operator", number, "ending", "{}").statusCode(422).body("errors[0].pointer", equalTo("/text"));
        take("sp.operator", number, "ending", WHY)
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("steps[4].rule", equalTo("support.ended"));
        face("sp.one", "SP-AG", incident);
    }

    @Test
    void help_that_is_open_after_its_incident_awaits_both_sides_and_is_found_a_day_later() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        take("sp.one", number, "acceptance", "{}").statusCode(200);
        take("sp.one", number, "assignment", "{\"people\":[\"sp.one\"]}").statusCode(200);
        assertThat(page("sp.operator", "/support/mine")).doesNotContain(number);
        cancel(incident);
        assertThat(page("sp.operator", "/support/mine")).contains(number);
        assertThat(page("sp.two", "/support/mine")).contains(number);
        assertThat(page("sp.sibling", "/support/mine")).doesNotContain(number);
        Instant due = Instant.parse("2026-11-24T01:00:00Z");
        assertThat(found(due)).doesNotContain(number);
        assertThat(found(due.plusSeconds(1))).contains(number);
        take("sp.operator", number, "withdrawal", WHY).statusCode(200);
        assertThat(found(due.plusSeconds(1))).doesNotContain(number);
    }

    @Test
    void messages_sent_before_an_incident_is_hushed_are_hushed_with_it() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        for (String username : List.of("admin", "sp.two", "sp.room")) {
            assertThat(readable(username)).as(username).contains(number);
        }
        As.person("sp.operator")
                .body("{\"visibility\":\"NEED_TO_KNOW\"}")
                .put("/api/v1/incidents/" + incident + "/facts")
                .then()
                .statusCode(200);
        assertThat(readable("admin")).doesNotContain(number);
        assertThat(readable("sp.two")).doesNotContain(number);
        for (String username : List.of("sp.room", "sp.one", "sp.auditor", "sp.officer")) {
            assertThat(readable(username)).as(username).contains(number);
        }
    }

    @Test
    void a_merger_carries_the_open_request_and_hushes_its_messages() {
        String source = incident("sp.operator", "SP-AG", "NORMAL");
        String survivor = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        String number = ask("sp.operator", "SP-AG", source, "").path("number");
        assertThat(readable("admin")).contains(number);
        As.person("sp.operator")
                .body("{\"into\":\"" + survivor + "\",\"reason\":\"같은 원인\"}")
                .put("/api/v1/incidents/" + source + "/merger")
                .then()
                .statusCode(200);
        assertThat(readable("admin")).doesNotContain(number);
        assertThat(readable("sp.room")).contains(number);
        assertThat(sql.first(
                        "select 1 from notify_restricted_subject where subject_kind = 'INCIDENT' and subject_id = ?",
                        row -> true,
                        source))
                .isPresent();
        for (String named : List.of(survivor, source)) {
            refused(ask("sp.officer", "SP-AG", named, ""), 409, null).body("code", equalTo("support.already-open"));
        }
        get("sp.operator", number).body("incident", equalTo(survivor));
    }

    @Test
    void what_cannot_be_helped_is_refused_with_the_field_that_says_so() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        refused(ask("sp.operator", "SP-MIN", incident, ""), 404, null);
        refused(ask("sp.officer", "SP-MIN", incident, ""), 422, "/system")
                .body("errors[0].code", equalTo("not-affected"));
        String inNirs = incident("sp.officer.op", "SP-IN", "NORMAL");
        refused(ask("sp.officer", "SP-IN", inNirs, ""), 422, "/system")
                .body("errors[0].code", equalTo("housed-in-nirs"));
        refused(ask("sp.operator", "SP-AG", incident, "\"at\":\"2026-11-23T10:01:00+09:00\","), 422, "/at");
        refused(ask("sp.sibling", "SP-AG", incident, ""), 404, null);
        refused(ask("sp.room", "SP-AG", incident, ""), 403, null);
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        refused(ask("sp.officer", "SP-AG", incident, ""), 409, null).body("code", equalTo("support.already-open"));
        take("sp.one", number, "acceptance", "{\"at\":\"2026-11-23T09:00:00+09:00\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("before-the-last-step"));
        take("sp.one", number, "acceptance", "{\"people\":[\"sp.one\"]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("with-the-assignment"));
        take("sp.one", number, "acceptance", "{}").statusCode(200);
        take("sp.one", number, "assignment", "{}").statusCode(422).body("errors[0].pointer", equalTo("/people"));
        take("sp.one", number, "assignment", "{\"people\":[\"sp.one\",\"sp.officer\"]}")
                .statusCode(422)
                .body("errors.pointer", contains("/people/1"));
        take("sp.one", number, "nothing", "{}").statusCode(404);
        take("sp.operator", number, "withdrawal", WHY).statusCode(200);
        cancel(incident);
        refused(ask("sp.operator", "SP-AG", incident, ""), 409, null).body("code", equalTo("support.incident-over"));
    }

    @Test
    void a_list_shows_what_its_reader_may_know_of_and_what_waits_for_him() {
        String incident = incident("sp.operator", "SP-AG", "NEED_TO_KNOW");
        String number = ask("sp.operator", "SP-AG", incident, "").path("number");
        String query = "/api/v1/support-requests?system=SP-AG&open=true&incident=" + incident;
        for (String username : List.of("sp.operator", "sp.officer", "sp.one", "sp.room", "sp.auditor")) {
            As.person(username).get(query).then().statusCode(200).body("items.number", contains(number));
        }
        // of a need-to-know failure an administrator knows nothing, nor that somebody was called
        for (String username : List.of("sp.sibling", "admin")) {
            As.person(username).get(query).then().statusCode(200).body("items", empty());
            As.person(username).get("/api/v1/support-requests/" + number).then().statusCode(404);
        }
        As.person("sp.one").get(query + "&state=ACCEPTED").then().body("items", empty());
        As.person("sp.one").get("/api/v1/support-requests?limit=1").then().body("items", hasSize(1));
        assertThat(page("sp.one", "/support/mine")).contains(number);
        assertThat(page("sp.operator", "/support/mine")).doesNotContain(number);
        take("sp.two", number, "acceptance", "{}").statusCode(200);
        take("sp.two", number, "assignment", "{\"people\":[\"sp.two\"]}").statusCode(200);
        assertThat(page("sp.one", "/support/mine")).doesNotContain(number);
        assertThat(page("sp.two", "/support/mine")).contains(number);
        assertThat(page("sp.operator", "/support/of/" + incident)).contains(number, "Assigned");
        assertThat(page("sp.sibling", "/support/of/" + incident)).doesNotContain(number);
    }

    @Test
    void a_request_is_asked_for_and_worked_in_pages_without_script() {
        String incident = incident("sp.operator", "SP-AG", "NORMAL");
        assertThat(page("sp.operator", "/support")).contains(prompt(incident));
        form("sp.operator", "/support/new", "incident=" + incident + "&system=SP-AG&what=x")
                .statusCode(422)
                .body(containsString("f-mode-error"));
        String location = form(
                        "sp.operator",
                        "/support/new",
                        "incident=" + incident
                                + "&system=SP-AG&what=x&reason=HARD&fields=SERVER&fields=NETWORK&mode=ON_SITE&contact=x")
                .statusCode(303)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/support/"));
        form("sp.one", path + "/acceptance", "text=&at=").statusCode(303);
        assertThat(page("sp.one", path)).contains("name=\"people\" value=\"sp.two\"");
        assertThat(page("sp.one", path)).contains("name=\"version\" value=\"2\"");
        form("sp.one", path + "/assignment", "version=2&text=x").statusCode(422).body(containsString("f-people-error"));
        form("sp.one", path + "/assignment", "version=1&people=sp.two&text=later")
                .statusCode(422)
                .body(containsString("Load the present version"), containsString("later"));
        form("sp.one", path + "/assignment", "version=2&people=sp.two&people=sp.one&at=2026-11-23T10%3A00")
                .statusCode(303);
        assertThat(page("sp.operator", path)).contains("sp.two", "Withdraw").doesNotContain("/hand-over\"");
        assertThat(RestAssured.given()
                        .auth()
                        .preemptive()
                        .basic("sp.one", As.PASSWORD)
                        .accept("text/html")
                        .header("Accept-Language", "ko")
                        .get(path)
                        .asString())
                .contains("배정 인원");
    }

    private static void face(String username, String system, String hushed) {
        seen(username, system).body("resources", empty()).body("withheld", hasItem("files"));
        As.person(username).get("/api/v1/systems/" + system + "/files").then().statusCode(404);
        As.person(username).get("/api/v1/incidents/" + hushed).then().statusCode(404);
    }

    private static void inside(String username, String system, String hushed) {
        seen(username, system).body("resources.name", contains("WEB-1")).body("withheld", empty());
        As.person(username)
                .get("/api/v1/systems/" + system + "/files")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("plan.txt"));
        As.person(username).get("/api/v1/incidents/" + hushed).then().statusCode(200);
        As.person(username)
                .get("/api/v1/continuity/plans/" + system + "/versions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse seen(String username, String system) {
        return As.person(username).get("/api/v1/systems/" + system).then().statusCode(200);
    }

    private static void evidence(String system) {
        As.admin()
                .body("{\"name\":\"plan.txt\",\"content\":\"eA==\"}")
                .post("/api/v1/systems/" + system + "/files")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse refused(Response answer, int status, @Nullable String pointer) {
        ValidatableResponse then = answer.then().statusCode(status);
        return pointer == null ? then : then.body("errors[0].pointer", equalTo(pointer));
    }

    private static Response ask(String username, String system, String incident, String more) {
        return As.person(username).body("""
                {"system":"%s","incident":"%s",%s"mode":"ON_SITE","fields":["NETWORK"],"reason":"HARD",
                 "what":"패킷 손실 원인 분석","contact":"김운영 02-000-0000"}""".formatted(system, incident, more)).post("/api/v1/support-requests");
    }

    private static ValidatableResponse take(String username, String number, String step, String body) {
        return step.equals("assignment")
                ? take(username, number, step, get(username, number).extract().header("ETag"), body)
                : As.person(username)
                        .body(body)
                        .put("/api/v1/support-requests/" + number + "/" + step)
                        .then();
    }

    private static ValidatableResponse take(String username, String number, String step, String etag, String body) {
        return As.person(username)
                .header("If-Match", etag)
                .body(body)
                .put("/api/v1/support-requests/" + number + "/" + step)
                .then();
    }

    private static ValidatableResponse get(String username, String number) {
        return As.person(username)
                .get("/api/v1/support-requests/" + number)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse form(String username, String path, String posted) {
        return As.person(username)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .accept("text/html")
                .redirects()
                .follow(false)
                .body(posted)
                .post(path)
                .then();
    }

    private static String page(String username, String path) {
        Response page = As.person(username).accept("text/html").get(path);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.asString();
    }

    /** By which the page of support asks to think of the failure. */
    private static String prompt(String incident) {
        return "/support/new?incident=" + incident + "&amp;system=SP-AG";
    }

    /** What the person was told about the request. */
    private List<String> told(String username, String number) {
        return sql.list(
                "select d.title_ko from notify_delivery d join identity_person p on p.id = d.person"
                        + " where p.username = ? and d.subject_kind = 'SUPPORT_REQUEST' and d.subject_id = ?"
                        + " and d.channel = 'IN_APP'",
                row -> row.getString(1),
                username,
                number);
    }

    /** A failure that hits many people, so that its clocks run; the operator of the institution is made when needed. */
    private static String incident(String username, String system, String visibility) {
        if (username.endsWith(".op")) {
            As.create(username, "OPERATOR", username.startsWith("sp.officer") ? "SPMIN" : "SPSIB");
        }
        Response made = As.person(username)
                .body("""
                {"kind":"FAILURE","title":"%s 접속 불가","recognisedAt":"2026-11-23T10:00:00+09:00","visibility":"%s",
                 "systems":[{"code":"%s","service":"STOPPED","people":{"count":1200000,"basis":"ESTIMATED"}}]}""".formatted(system, visibility, system))
                .post("/api/v1/incidents");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("number");
    }

    private static void cancel(String incident) {
        As.person("sp.operator")
                .body("{\"reason\":\"오보\"}")
                .put("/api/v1/incidents/" + incident + "/cancellation")
                .then()
                .statusCode(200);
    }

    private List<String> found(Instant before) {
        return watch.late(before, 10_000).stream().map(Watched.Late::subjectId).toList();
    }

    /** About what the messages to one of the team are that somebody may read. */
    private List<String> readable(String username) {
        String person = sql.first("select id from identity_person where username = 'sp.one'", row -> row.getString(1))
                .orElseThrow();
        return As.person(username)
                .get("/api/v1/deliveries?limit=100&person=" + person)
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject.id");
    }

    private static void site(String code, String kind, String host) {
        int status = As.admin()
                .body("""
                {"code":"%s","name":{"ko":"%s","en":"%s"},"kind":"%s","host":"%s","region":"대전","rooms":[]}""".formatted(code, code, code, kind, host))
                .post("/api/v1/sites")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    private static void system(String code, String owner, @Nullable String site) {
        int status = As.admin()
                .body("""
                {"code":"%s","name":{"ko":"%s 시스템","en":"%s system"},"owner":"%s","operator":"%s","site":%s,
                 "contacts":[{"function":"운영 담당","name":"김운영","phone":"02-000-0000"}],
                 "resources":[{"kind":"SERVER","name":"WEB-1","model":"x"}]}""".formatted(code, code, code, owner, owner, site == null ? "null" : "\"" + site + "\""))
                .post("/api/v1/systems")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse("2026-11-23T" + time + ":00+09:00").toInstant());
    }
}
