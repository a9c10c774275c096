package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams and their rosters, from the interface down to who is called. */
@QuarkusTest
class TeamIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MONDAY = "2026-11-23T10:00:00+09:00";
    private static final String TUESDAY = "2026-11-24T10:00:00+09:00";

    @Inject
    MovableClock clock;

    @Inject
    HandOverSweep handOvers;

    @Inject
    Sql sql;

    private String code;
    private String team;

    @BeforeEach
    void a_ministry_with_a_team_of_three() {
        clock.setTo(MovableClock.START);
        code = "TE" + NUMBER.incrementAndGet();
        As.institution(code, "MINISTRY", null, code);
        for (String name : List.of("kim", "lee", "park")) {
            As.create(name(name), "OPERATOR", code);
        }
        As.create(name("officer"), "OFFICER", code);
        team = created(As.person(name("officer"))
                .body(Map.of(
                        "institution",
                        code,
                        "name",
                        "당직 1조",
                        "lead",
                        name("kim"),
                        "members",
                        all("kim", "lee", "park")))
                .post("/api/v1/teams"));
    }

    @Test
    void whoever_has_the_turn_holds_the_function_and_is_called_first() {
        onCall("10:00").body("items.find { it.function == 'DUTY' }.people.byPost", contains(false, false, false));
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        onCall("10:00").body("items.find { it.function == 'DUTY' }.people.username", contains(name("kim")));
        As.person(name("lee"))
                .queryParam("at", "2026-11-24T09:59:59+09:00")
                .get("/api/v1/rosters/" + roster + "/on-duty")
                .then()
                .statusCode(200)
                .body("items.person.username", contains(name("kim")))
                .body("items[0].until", equalTo("2026-11-24T10:00:00+09:00"));
        onDuty(roster, TUESDAY, "lee", "TURN");
        onDuty(roster, "2026-11-25T10:00:00+09:00", "kim", "TURN");
    }

    @Test
    void before_the_first_turn_the_role_stands_in() {
        roster("WEEKS", 1, TUESDAY, "park");
        onCall("10:00").body("items.find { it.function == 'DUTY' }.people", hasSize(3));
    }

    @Test
    void an_override_and_an_absence_change_who_is_called_and_both_can_be_taken_back() {
        String roster = roster("WEEKS", 1, MONDAY, "kim", "lee");
        Response changed = As.person(name("kim"))
                .body(Map.of("from", MONDAY, "until", TUESDAY, "person", name("park"), "reason", "교육"))
                .post("/api/v1/rosters/" + roster + "/overrides");
        changed.then().statusCode(201).body("overrides[0].person.username", equalTo(name("park")));
        onDuty(roster, MONDAY, "park", "OVERRIDE");
        As.person(name("lee"))
                .delete("/api/v1/rosters/" + roster + "/overrides/" + changed.path("overrides[0].id"))
                .then()
                .statusCode(403);
        As.person(name("kim"))
                .delete("/api/v1/rosters/" + roster + "/overrides/" + changed.path("overrides[0].id"))
                .then()
                .statusCode(204);
        onDuty(roster, MONDAY, "kim", "TURN");

        String absence = created(As.person(name("kim"))
                .body(Map.of("from", MONDAY, "until", TUESDAY, "reason", "연가"))
                .post("/api/v1/duty/absences"));
        As.person(name("kim"))
                .queryParam("at", MONDAY)
                .get("/api/v1/rosters/" + roster + "/on-duty")
                .then()
                .body("items[0].by", equalTo("ABSENCE"));
        onCall("10:00").body("items.find { it.function == 'DUTY' }.people", hasSize(3));
        As.person(name("lee")).delete("/api/v1/duty/absences/" + absence).then().statusCode(404);
        As.person(name("kim")).delete("/api/v1/duty/absences/" + absence).then().statusCode(204);
        onDuty(roster, TUESDAY, "kim", "TURN");
    }

    @Test
    void a_swap_counts_when_the_other_one_accepts_it() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        String swap = created(ask(roster, "lee", "2026-11-24T12:00:00+09:00", "kim", "2026-11-25T12:00:00+09:00"));
        ask(roster, "lee", "2026-11-24T12:00:00+09:00", "kim", "2026-11-25T12:00:00+09:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("duty.swap-asked"));
        onDuty(roster, TUESDAY, "lee", "TURN");
        answer("park", swap, true).then().statusCode(404);
        answer("lee", swap, true).then().statusCode(403);
        As.person(name("kim"))
                .get("/api/v1/inbox")
                .then()
                .body("items[0].title.ko", equalTo(name("lee") + " 님이 주간 당직 근무 교대를 요청하였습니다"));
        answer("kim", swap, true).then().statusCode(200).body("state", equalTo("ACCEPTED"));
        onDuty(roster, TUESDAY, "kim", "SWAP");
        onDuty(roster, "2026-11-25T12:00:00+09:00", "lee", "SWAP");
        answer("kim", swap, false).then().statusCode(409).body("code", equalTo("duty.swap-over"));
    }

    @Test
    void a_swap_of_a_shift_that_has_changed_hands_meanwhile_is_not_carried_out() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        String swap = created(ask(roster, "lee", "2026-11-24T12:00:00+09:00", "kim", null));
        clock.advance(Duration.ofDays(1));
        answer("kim", swap, true).then().statusCode(409).body("code", equalTo("duty.shift-changed"));
        answer("kim", swap, false).then().statusCode(200).body("state", equalTo("DECLINED"));
        ask(roster, "lee", "2026-11-24T12:00:00+09:00", "kim", null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/shiftAt"));
    }

    @Test
    void new_turns_begin_when_they_say_and_leave_the_past_as_it_was() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        clock.advance(Duration.ofHours(12));
        As.person(name("kim"))
                .body(Map.of("rotations", List.of(turns("HOURS", 12, TUESDAY, "park"))))
                .put("/api/v1/rosters/" + roster + "/rotations")
                .then()
                .statusCode(200)
                .body("rotations", hasSize(2));
        onDuty(roster, MONDAY, "kim", "TURN");
        onDuty(roster, TUESDAY, "park", "TURN");
        As.person(name("kim"))
                .body(Map.of("rotations", List.of(turns("HOURS", 12, MONDAY, "park"))))
                .put("/api/v1/rosters/" + roster + "/rotations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rotations/0/startsAt"));
        As.person(name("officer")).delete("/api/v1/rosters/" + roster).then().statusCode(204);
        onCall("22:00").body("items.find { it.function == 'DUTY' }.people", hasSize(3));
    }

    @Test
    void administrators_auditors_and_strangers_take_no_turns() {
        As.create(name("admin"), "ADMIN", code);
        As.create(name("auditor"), "AUDITOR", code);
        As.create(name("stranger"), "OPERATOR", code);
        As.person(name("officer"))
                .body(Map.of(
                        "institution", code, "name", "2조", "lead", name("kim"), "members", all("admin", "auditor")))
                .post("/api/v1/teams")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/members/0", "/members/1"))
                .body("errors.code", contains("may-not-be-rostered", "may-not-be-rostered"));
        As.person(name("kim"))
                .body(Map.of(
                        "name", "x", "function", "DUTY", "rotations", List.of(turns("DAYS", 1, MONDAY, "stranger"))))
                .post("/api/v1/teams/" + team + "/rosters")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-in-team"));
        As.person(name("lee"))
                .body(Map.of("name", "x", "function", "DUTY", "rotations", List.of(turns("DAYS", 1, MONDAY, "lee"))))
                .post("/api/v1/teams/" + team + "/rosters")
                .then()
                .statusCode(403);
    }

    @Test
    void somebody_who_becomes_an_auditor_is_not_called_although_the_turn_is_his() {
        roster("DAYS", 1, MONDAY, "park");
        onCall("10:00").body("items.find { it.function == 'DUTY' }.people.username", contains(name("park")));
        sql.update(
                "update identity_person_role set role = 'AUDITOR' where person = (select id from identity_person where username = ?)",
                name("park"));
        onCall("10:00")
                .body("items.find { it.function == 'DUTY' }.people.username", contains(name("kim"), name("lee")));
    }

    @Test
    void a_team_changes_under_its_present_version_only() {
        Map<String, Object> change = Map.of("name", "당직 갑조", "lead", name("lee"), "members", all("lee"));
        As.person(name("kim"))
                .header("If-Match", "\"7\"")
                .body(change)
                .put("/api/v1/teams/" + team)
                .then()
                .statusCode(412);
        As.person(name("kim"))
                .header("If-Match", "\"1\"")
                .body(change)
                .put("/api/v1/teams/" + team)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("lead.username", equalTo(name("lee")))
                .body("members", hasSize(1));
    }

    @Test
    void the_calendar_lies_under_a_secret_address_until_it_is_replaced() {
        roster("WEEKS", 1, MONDAY, "kim", "lee");
        String first = feed();
        String calendar = As.nobody()
                .accept("text/calendar")
                .get(first)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("METHOD:PUBLISH\r\n")
                .contains("DTSTART:20261123T010000Z\r\nDTEND:20261130T010000Z\r\n")
                .contains("SUMMARY:당직자 당직(당직 1조 · 주간 당직)\r\n");
        assertThat(As.nobody().accept("text/calendar").get(first).asString()).isEqualTo(calendar);
        assertThat(sql.list("select encode(hash, 'hex') as h from duty_feed", row -> row.getString("h")))
                .doesNotContain(first);
        String second = feed();
        As.nobody().accept("text/calendar").get(first).then().statusCode(404);
        As.nobody().accept("text/calendar").get(second).then().statusCode(200);
        As.person(name("kim")).delete("/api/v1/duty/feed").then().statusCode(204);
        As.nobody().accept("text/calendar").get(second).then().statusCode(404);
    }

    @Test
    void a_change_of_shift_finds_levels_that_reach_nobody_and_raises_them_once() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        known().body("items", empty());
        clock.setTo(MovableClock.START.plus(Duration.ofDays(1)).minusMillis(1));
        handOvers.run();
        known().body("items", empty());
        clock.setTo(MovableClock.START.plus(Duration.ofDays(1)));
        handOvers.run();
        known().body("items.find { it.failureGrade == 1 && it.level == 1 }.kind", equalTo("UNVERIFIED"))
                .body("items.find { it.failureGrade == 1 && it.level == 5 }.kind", equalTo("NOBODY"))
                .body("items.find { it.failureGrade == 1 && it.level == 5 }.functions", hasItem("MINISTER"));
        int raised = raised();
        assertThat(raised).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        handOvers.run();
        assertThat(raised()).isEqualTo(1);
        assertThat(journal("ROSTER", roster, "duty.shift-began")).isEqualTo(2);

        sql.update(
                "insert into notify_contact (id, person, channel, address, created_at, verified_at, verified_by)"
                        + " select gen_random_uuid(), id, 'MAIL', username || '@te.invalid', now(), now(), 'CODE'"
                        + " from identity_person where institution = ?",
                code);
        As.person(name("lee"))
                .body(Map.of("institution", code))
                .post("/api/v1/duty/readiness")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'UNVERIFIED' }", empty());
        assertThat(journal("READINESS", code, "duty.level-ready-again")).isPositive();
    }

    @Test
    void two_replicas_look_at_a_change_of_shift_once() throws Exception {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        clock.advance(Duration.ofDays(1));
        Thread other = new Thread(handOvers::run);
        other.start();
        handOvers.run();
        other.join();
        assertThat(journal("ROSTER", roster, "duty.shift-began")).isEqualTo(1);
    }

    @Test
    void the_pages_show_the_calendar_and_keep_what_was_typed() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        String page = As.person(name("kim"))
                .accept("text/html")
                .get("/rosters/" + roster)
                .asString();
        assertThat(page).contains("주간 당직").contains(name("lee"));
        assertThat(As.person(name("kim")).accept("text/html").get("/duty").asString())
                .contains("주간 당직");
        assertThat(As.person(name("officer"))
                        .accept("text/html")
                        .get("/rosters?institution=" + code)
                        .asString())
                .contains("/teams/" + team)
                .contains("/rosters/" + roster);
        As.person(name("kim"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .body("from=2026-11-24T10:00&until=2026-11-23T10:00&person=" + name("park") + "&reason=x")
                .post("/rosters/" + roster + "/overrides")
                .then()
                .statusCode(422)
                .body(containsString("2026-11-24T10:00"));
        As.person(name("kim"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false)
                .body("name=%EC%95%BC%EA%B0%84&function=SYSTEM_MANAGER&rotations.0.unit=HOURS&rotations.0.length=12"
                        + "&rotations.0.startsAt=2026-11-23T18:00&rotations.0.people=" + name("lee") + "%0D%0A"
                        + name("park"))
                .post("/teams/" + team + "/rosters")
                .then()
                .statusCode(303);
        assertThat(As.person(name("kim"))
                        .accept("text/html")
                        .get("/teams/" + team)
                        .asString())
                .contains("야간");
    }

    @Test
    void the_calendar_of_an_institution_has_a_line_for_each_layer_and_shows_where_nobody_is() {
        String roster = roster("DAYS", 1, MONDAY, "kim", "lee");
        As.person(name("lee"))
                .body(Map.of("from", TUESDAY, "until", "2026-11-25T10:00:00+09:00", "reason", "연가"))
                .post("/api/v1/duty/absences")
                .then()
                .statusCode(201);
        String week = As.person(name("officer"))
                .accept("text/html")
                .cookie("haetae_language", "ko")
                .get("/rosters/calendar?institution=" + code)
                .asString();
        assertThat(week)
                .contains("/rosters/" + roster, "당직 1조 · 주간 당직", "11/23 월")
                .contains("10:00–00:00 비어 있음", "00:00–10:00 비어 있음");
        String month = As.person(name("officer"))
                .accept("text/html")
                .get("/rosters/calendar?view=MONTH&institution=" + code)
                .asString();
        assertThat(month.split("<table", -1)).hasSizeGreaterThan(4);
        As.create(name("other"), "OPERATOR", other());
        As.person(name("other"))
                .accept("text/html")
                .get("/rosters/calendar?institution=" + code)
                .then()
                .statusCode(404);
    }

    private String other() {
        As.institution(code + "X", "MINISTRY", null, code + "X");
        return code + "X";
    }

    private String name(String who) {
        return (code + "." + who).toLowerCase(Locale.ROOT);
    }

    private List<String> all(String... who) {
        return Arrays.stream(who).map(this::name).toList();
    }

    private Map<String, Object> turns(String unit, int length, String startsAt, String... people) {
        return Map.of("unit", unit, "length", length, "startsAt", startsAt, "people", all(people));
    }

    private String roster(String unit, int length, String startsAt, String... people) {
        return created(As.person(name("kim"))
                .body(Map.of(
                        "name",
                        "주간 당직",
                        "function",
                        "DUTY",
                        "rotations",
                        List.of(turns(unit, length, startsAt, people))))
                .post("/api/v1/teams/" + team + "/rosters"));
    }

    private Response ask(String roster, String asker, String shiftAt, String with, @Nullable String theirsAt) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("shiftAt", shiftAt);
        body.put("with", name(with));
        body.put("theirsAt", theirsAt);
        return As.person(name(asker)).body(body).post("/api/v1/rosters/" + roster + "/swaps");
    }

    private Response answer(String who, String swap, boolean accepted) {
        return As.person(name(who)).body(Map.of("accepted", accepted)).put("/api/v1/duty/swaps/" + swap + "/answer");
    }

    private void onDuty(String roster, String at, String who, String by) {
        As.person(name("kim"))
                .queryParam("at", at)
                .get("/api/v1/rosters/" + roster + "/on-duty")
                .then()
                .statusCode(200)
                .body("items.person.username", contains(name(who)))
                .body("items[0].by", equalTo(by));
    }

    private ValidatableResponse onCall(String hour) {
        return As.person(name("kim"))
                .queryParam("institution", code)
                .queryParam("at", "2026-11-23T" + hour + ":00+09:00")
                .get("/api/v1/rosters/on-duty")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse known() {
        return As.person(name("kim"))
                .queryParam("institution", code)
                .get("/api/v1/duty/readiness")
                .then()
                .statusCode(200);
    }

    private String feed() {
        Response made = As.person(name("kim")).post("/api/v1/duty/feed");
        made.then().statusCode(201);
        return made.path("path");
    }

    private int raised() {
        return sql.list(
                        "select count(*) as n from notify_delivery where subject_kind = 'READINESS' and subject_id = ?"
                                + " and recipient = ?",
                        row -> row.getInt("n"),
                        code,
                        name("kim"))
                .get(0);
    }

    private int journal(String kind, String id, String action) {
        return sql.list(
                        "select count(*) as n from audit_entry where subject_kind = ? and subject_id = ? and action = ?",
                        row -> row.getInt("n"),
                        kind,
                        id,
                        action)
                .get(0);
    }

    private static String created(Response response) {
        response.then().statusCode(201);
        return response.path("id");
    }
}
