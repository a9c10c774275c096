package io.haetae.duty.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shift changes: what is open, promised and due goes from one to the other under two signatures. */
@QuarkusTest
class HandOverIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String HAND_OVERS = "/api/v1/hand-overs";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    private String code;
    private String roster;
    private String system;

    @BeforeEach
    void a_ministry_with_two_people_on_a_roster() {
        clock.setTo(MovableClock.START);
        code = "HO" + NUMBER.incrementAndGet();
        system = code + "-MAIL";
        As.institution(code, "MINISTRY", null, code);
        for (String name : List.of("kim", "lee", "park")) {
            As.create(name(name), "OPERATOR", code);
        }
        As.create(name("officer"), "OFFICER", code);
        As.create(name("auditor"), "AUDITOR", code);
        As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"메일","en":"Mail"},"owner":"%s","operator":"%s","audience":"CITIZEN",
                         "zone":"INTERNET","dataClass":"OPEN","major":true}
                        """.formatted(system, code, code))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        String team = As.person(name("officer"))
                .body(Map.of(
                        "institution",
                        code,
                        "name",
                        "관제 1조",
                        "lead",
                        name("kim"),
                        "members",
                        List.of(name("kim"), name("lee"))))
                .post("/api/v1/teams")
                .path("id");
        roster = As.person(name("kim"))
                .body(Map.of(
                        "name",
                        "주야 교대",
                        "function",
                        "DUTY",
                        "rotations",
                        List.of(Map.of(
                                "unit",
                                "HOURS",
                                "length",
                                12,
                                "startsAt",
                                "2026-11-23T10:00:00+09:00",
                                "people",
                                List.of(name("kim"), name("lee"))))))
                .post("/api/v1/teams/" + team + "/rosters")
                .path("id");
    }

    @Test
    void what_is_open_promised_and_due_goes_over_under_two_signatures_and_then_stays() {
        String incident = incident("메일 발송 불가", "NORMAL");
        clock.advance(Duration.ofHours(11));
        String id = begun();
        read("kim", id)
                .body("state", equalTo("DRAFT"))
                .body("live", equalTo(true))
                .body("giver.post", equalTo("관제 1조 · 주야 교대"))
                .body("giver.until", equalTo("2026-11-23T22:00:00+09:00"))
                .body("taker.from", equalTo("2026-11-23T22:00:00+09:00"))
                .body("endsAt", equalTo("2026-11-24T10:00:00+09:00"))
                .body("contents.matters.key", hasItem("incident-unanswered:" + incident))
                .body("contents.matters.findAll { it.sort == 'PROMISED' }.what", hasItem("recovery-expected"))
                .body("contents.matters.findAll { it.sort == 'PROMISED' }.what", hasItem("public-notice"))
                .body("contents.matters.findAll { it.sort == 'DUE' }.what", hasItem("clock"))
                .body("allowed", contains("notes", "signature", "withdrawal"));
        read("lee", id).body("contents", nullValue()).body("allowed", hasSize(0));

        write(id, 1, Map.of("incident-unanswered:" + incident, "통신사 회신 대기")).statusCode(200);
        write(id, 1, Map.of()).statusCode(412);
        sign("kim", id, null).statusCode(200).body("state", equalTo("SIGNED")).body("edition", equalTo(1));
        As.person(name("lee"))
                .get("/api/v1/inbox")
                .then()
                .body("items[0].title.ko", equalTo(name("kim") + " 님의 인계서에 서명이 필요합니다"));

        acknowledge(incident);
        read("lee", id)
                .body("live", equalTo(false))
                .body("contents.matters.key", hasItem("incident-unanswered:" + incident))
                .body("contents.notes", equalTo(Map.of("incident-unanswered:" + incident, "통신사 회신 대기")))
                .body("contents.remark", equalTo("야간 점검 없음"))
                .body("allowed", contains("signature", "question"));
        sign("lee", id, 1).statusCode(200).body("state", equalTo("TAKEN")).body("allowed", hasSize(0));
        read("park", id)
                .body("acts.rule", contains("duty.hand-over-begun", "duty.hand-over-signed", "duty.hand-over-taken"))
                .body("acts.name", contains(name("kim"), name("kim"), name("lee")));

        write(id, 4, Map.of()).statusCode(409).body("code", equalTo("duty.hand-over-not-now"));
        sign("lee", id, 1).statusCode(409);
        assertThatThrownBy(() -> sql.update("update duty_hand_over set remark = 'x' where id = ?::uuid", id))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() ->
                        sql.update("update duty_hand_over_edition set contents = '' where hand_over = ?::uuid", id))
                .hasMessageContaining("permission denied");
        assertThat(journal(id))
                .containsExactly(
                        "duty.hand-over-begun",
                        "duty.hand-over-written",
                        "duty.hand-over-signed",
                        "duty.hand-over-taken");
    }

    @Test
    void nobody_signs_for_another() {
        String id = begun();
        for (String other : List.of("lee", "park", "officer")) {
            sign(other, id, null).statusCode(403).body("code", equalTo("duty.hand-over-for-another"));
        }
        sign("kim", id, null).statusCode(200);
        for (String other : List.of("kim", "park", "officer")) {
            sign(other, id, 1).statusCode(403).body("code", equalTo("duty.hand-over-for-another"));
        }
        sign("auditor", id, 1).statusCode(403);
        As.create(name("stranger"), "OPERATOR", stranger());
        As.person(name("stranger")).get(HAND_OVERS + "/" + id).then().statusCode(404);
        read("auditor", id).body("state", equalTo("SIGNED")).body("allowed", hasSize(0));
    }

    @Test
    void a_question_sends_it_back_and_the_answer_is_the_next_edition_which_must_be_read_anew() {
        String id = begun();
        sign("kim", id, null).statusCode(200);
        sign("lee", id, null).statusCode(422).body("errors[0].pointer", equalTo("/edition"));
        As.person(name("lee"))
                .body(Map.of("text", "우회 회선은 언제까지 씁니까?"))
                .put(HAND_OVERS + "/" + id + "/question")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASKED"));
        As.person(name("kim")).get("/api/v1/inbox").then().body("items[0].body.ko", containsString("우회 회선은 언제까지 씁니까?"));
        sign("lee", id, 1).statusCode(403);
        String incident = incident("새 장애", "NORMAL");
        sign("kim", id, null).statusCode(200).body("edition", equalTo(2));
        sign("lee", id, 1).statusCode(409).body("code", equalTo("duty.hand-over-read-another"));
        sign("lee", id, 2).statusCode(200);
        read("lee", id)
                .body("contents.matters.subjectId", hasItem(incident))
                .body("acts.edition", contains(0, 1, 1, 2, 2));
        assertThat(sql.list(
                        "select n from duty_hand_over_edition where hand_over = ?::uuid order by n",
                        row -> row.getInt("n"),
                        id))
                .containsExactly(1, 2);
    }

    @Test
    void what_only_those_concerned_may_know_goes_over_without_its_title() {
        String incident = incident("침해 의심", "NEED_TO_KNOW");
        String id = begun();
        read("kim", id)
                .body("contents.matters.find { it.subjectId == '" + incident + "' }.title", equalTo(incident))
                .body("contents.matters.title", not(hasItem("침해 의심")));
    }

    @Test
    void a_deadline_that_stands_still_goes_over_as_a_promise() {
        String incident = incident("회선 점검", "NORMAL");
        List<String> kinds = As.person(name("kim"))
                .get("/api/v1/incidents/" + incident)
                .path("clocks.findAll { it.state == 'RUNNING' }.kind");
        boolean paused = kinds.stream()
                .anyMatch(kind -> As.person(name("kim"))
                                .body(Map.of("until", "2026-11-23T15:00:00+09:00", "reason", "통신사 작업"))
                                .put("/api/v1/incidents/" + incident + "/clocks/" + kind + "/pause")
                                .statusCode()
                        == 200);
        assertThat(paused).isTrue();
        read("kim", begun())
                .body("contents.matters.find { it.what == 'pause' }.sort", equalTo("PROMISED"))
                .body("contents.matters.find { it.what == 'pause' }.at", equalTo("2026-11-23T15:00:00+09:00"))
                .body("contents.matters.find { it.what == 'pause' }.detail.ko", containsString("통신사 작업"));
    }

    @Test
    void only_whoever_is_on_duty_hands_over_and_only_once_at_a_time() {
        begin("park", Map.of("to", name("lee"), "roster", roster))
                .statusCode(422)
                .body("errors[0].code", equalTo("not-on-duty"));
        begin("kim", Map.of("to", name("park"), "roster", roster))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
        begin("kim", Map.of("to", name("kim"), "roster", roster))
                .statusCode(422)
                .body("errors[0].code", equalTo("hand-over-to-oneself"));
        begin("kim", Map.of("to", name("auditor")))
                .statusCode(422)
                .body("errors[0].code", equalTo("may-not-be-rostered"));
        String id = begun();
        begin("kim", Map.of("to", name("lee"), "roster", roster))
                .statusCode(409)
                .body("code", equalTo("duty.hand-over-under-way"));
        As.person(name("kim"))
                .body(Map.of("text", "근무 변경"))
                .put(HAND_OVERS + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        begin("kim", Map.of("to", name("lee"), "roster", roster)).statusCode(201);
        begin("park", Map.of("to", name("lee"))).statusCode(201).body("giver.post", equalTo(""));
        As.person(name("lee"))
                .queryParam("open", true)
                .get(HAND_OVERS)
                .then()
                .body("items.giver", hasItems(name("kim"), name("park")))
                .body("items.state", not(hasItem("WITHDRAWN")));
    }

    @Test
    void the_pages_offer_the_shift_and_the_successor_and_take_both_signatures() {
        incident("메일 발송 지연", "NORMAL");
        assertThat(page("kim", "/hand-overs")).contains("주야 교대", "value=\"" + name("lee") + "\"");
        String id = post("kim", "/hand-overs", "to=" + name("lee") + "&roster=" + roster)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*/", "");
        String sheet = page("kim", "/hand-overs/" + id);
        assertThat(sheet).contains("메일 발송 지연", "진행 중인 일", "약속한 일", "기한이 다가오는 일");
        String field = sheet.replaceAll("(?s).*name=\"(notes\\.incident-unanswered:[^\"]+)\".*", "$1");
        post("kim", "/hand-overs/" + id + "/notes", "version=1&remark=x&" + field + "=%ED%99%95%EC%9D%B8")
                .then()
                .statusCode(303);
        assertThat(page("kim", "/hand-overs/" + id)).contains("value=\"확인\"");
        post("lee", "/hand-overs/" + id + "/signature", "edition=1").then().statusCode(403);
        post("kim", "/hand-overs/" + id + "/signature", "note=").then().statusCode(303);
        post("lee", "/hand-overs/" + id + "/question", "text=").then().statusCode(422);
        post("lee", "/hand-overs/" + id + "/signature", "edition=1").then().statusCode(303);
        assertThat(page("lee", "/hand-overs/" + id)).contains("인수 완료", "확인").doesNotContain("name=\"notes.");
        assertThat(page("lee", "/hand-overs")).contains("지난 인수인계", "/hand-overs/" + id);
    }

    private String stranger() {
        String other = code + "X";
        As.institution(other, "MINISTRY", null, other);
        return other;
    }

    private String begun() {
        return begin("kim", Map.of("to", name("lee"), "roster", roster))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse begin(String who, Map<String, ?> command) {
        return As.person(name(who)).body(command).post(HAND_OVERS).then();
    }

    private ValidatableResponse read(String who, String id) {
        return As.person(name(who)).get(HAND_OVERS + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse write(String id, int version, Map<String, String> notes) {
        return As.person(name("kim"))
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("remark", "야간 점검 없음", "notes", notes))
                .put(HAND_OVERS + "/" + id + "/notes")
                .then();
    }

    private ValidatableResponse sign(String who, String id, @Nullable Integer edition) {
        return As.person(name(who))
                .body(edition == null ? Map.of() : Map.of("edition", edition))
                .put(HAND_OVERS + "/" + id + "/signature")
                .then();
    }

    private String incident(String title, String visibility) {
        return As.person(name("kim"))
                .body("""
                        {"kind":"FAILURE","title":"%s","visibility":"%s","expectedRecoveryAt":"2026-11-24T02:00:00+09:00",
                         "systems":[{"code":"%s","service":"STOPPED","people":{"count":500000,"basis":"ESTIMATED"}}]}
                        """.formatted(title, visibility, system))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private void acknowledge(String incident) {
        As.person(name("kim"))
                .body(Map.of("by", "PAGE"))
                .put("/api/v1/incidents/" + incident + "/acknowledgement")
                .then()
                .statusCode(200);
    }

    private List<String> journal(String id) {
        return sql.list(
                "select action from audit_entry where subject_kind = 'HAND_OVER' and subject_id = ? order by tx, id",
                row -> row.getString("action"),
                id);
    }

    private String page(String who, String path) {
        return As.person(name(who))
                .accept("text/html")
                .cookie("haetae_language", "ko")
                .get(path)
                .asString();
    }

    private Response post(String who, String path, String form) {
        return As.person(name(who))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .body(form)
                .post(path);
    }

    private String name(String who) {
        return who + "." + code.toLowerCase(Locale.ROOT);
    }
}
