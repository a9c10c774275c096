package io.haetae.grading.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly full review: each test has institutions of its own under one central authority. */
@QuarkusTest
class CampaignIT {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String GRADE_1 =
            "{\"businessImpact\":\"ACTUAL_LOSS\",\"annualUsers\":30000000,\"affectedSystems\":250}";
    private static final String DECIDED_BY = "\"decidedBy\":{\"name\":\"김국장\",\"position\":\"디지털정부국장\"}";

    @Inject
    MovableClock clock;

    @Inject
    CampaignSweep sweep;

    @Inject
    Sql sql;

    private String ministry = "";
    private String agency = "";
    private String officer = "";

    @BeforeEach
    void a_ministry_with_an_agency() {
        clock.setTo(MovableClock.START);
        int n = NEXT.incrementAndGet();
        ministry = "CAM" + n;
        agency = "CAG" + n;
        officer = "ca.officer" + n;
        As.institution("CAMOIS", "MINISTRY", null, "CAMOIS");
        As.institution("CAOTHER", "CONSTITUTIONAL", null, "CAOTHER");
        As.institution(ministry, "MINISTRY", null, "CAMOIS");
        As.institution(agency, "AGENCY", ministry, "CAMOIS");
        As.create("ca.authority", "AUTHORITY", "CAMOIS");
        As.create("ca.stranger", "AUTHORITY", "CAOTHER");
        As.create(officer, "OFFICER", ministry);
        As.create("ca.agency" + n, "OFFICER", agency);
        system(ministry + "-A", ministry);
        system(ministry + "-B", ministry);
        system(ministry + "-C", agency);
    }

    private static void system(String code, String owner) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s 시스템\",\"en\":\"System %s\"},\"owner\":\"%s\"}"
                        .formatted(code, code, code, owner))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private Response opening(String due) {
        return As.person("ca.authority")
                .body("{\"title\":\"2026년 등급 전수 검토\",\"dueAt\":\"%s\",\"institutions\":[\"%s\"]}"
                        .formatted(due, ministry))
                .post("/api/v1/campaigns");
    }

    /** Opened on 23 November, due on 23 December. */
    private String opened() {
        return opening("2026-12-23T18:00:00+09:00")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static String path(String number) {
        return "/api/v1/campaigns/" + number;
    }

    private ValidatableResponse answers(String who, String number) {
        return As.person(who).get(path(number) + "/answers").then().statusCode(200);
    }

    private ValidatableResponse submit(String number, String... answers) {
        return As.person(officer)
                .body("{\"answers\":[" + String.join(",", answers) + "]}")
                .post(path(number) + "/answers")
                .then();
    }

    private static String answer(String system, String facts) {
        return "{\"system\":\"%s\",\"facts\":%s}".formatted(system, facts);
    }

    private static ValidatableResponse decide(String assessment, String body) {
        return As.person("ca.authority")
                .body(body)
                .put("/api/v1/assessments/" + assessment + "/decision")
                .then();
    }

    /** What the ministry's officer was told of a review, by its title. */
    private List<String> told(String number) {
        return sql.list("""
                select title_ko from notify_delivery d join identity_person p on p.id = d.person
                 where d.subject_kind = 'CAMPAIGN' and d.subject_id = ? and p.username = ? and d.channel = 'IN_APP'""", row -> row.getString("title_ko"), number, officer);
    }

    @Test
    void a_central_authority_opens_it_for_its_institutions_and_each_office_is_told() {
        String number = opened();

        As.person("ca.authority")
                .get(path(number))
                .then()
                .statusCode(200)
                .body("authority", equalTo("CAMOIS"))
                .body("ruleSet", equalTo("system-grade/mois-2024"))
                .body("dueAt", equalTo("2026-12-23T18:00:00+09:00"))
                .body("progress", hasSize(1))
                .body("progress[0].ministry", equalTo(ministry))
                .body("progress[0].systems", equalTo(3))
                .body("progress[0].open", equalTo(3));
        As.person("ca.authority")
                .get("/api/v1/campaigns")
                .then()
                .body("items.number", hasItem(number))
                .body("items.find { it.number == '%s' }.systems".formatted(number), equalTo(3))
                .body("items.find { it.number == '%s' }.open".formatted(number), equalTo(3));
        As.person(officer)
                .get("/api/v1/campaigns")
                .then()
                .body("items.number", contains(number))
                .body("items.systems", contains(3));
        As.person("ca.stranger").get(path(number)).then().statusCode(404);
        As.person("ca.stranger").get("/api/v1/campaigns").then().body("items.number", not(hasItem(number)));
        As.person(officer)
                .body("{\"title\":\"x\",\"dueAt\":\"2026-12-23T18:00:00+09:00\"}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(403);
        As.person("ca.authority")
                .body("{\"title\":\"x\",\"dueAt\":\"2026-11-01T18:00:00+09:00\",\"institutions\":[\"NOWHERE\"]}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/dueAt", "/institutions/0"));
        As.admin()
                .get("/api/v1/audit?subject=" + number)
                .then()
                .body("items.action", contains("grading.campaign-opened"));
    }

    @Test
    void an_office_finds_the_last_facts_and_what_was_measured_filled_in_and_submits_many_at_once() {
        String first = opened();
        submit(first, answer(ministry + "-A", GRADE_1)).statusCode(200).body("submitted", equalTo(1));
        String assessment = answers(officer, first)
                .extract()
                .path("items.find { it.system == '%s-A' }.assessment".formatted(ministry));
        decide(assessment, "{\"outcome\":\"CONFIRMED\"," + DECIDED_BY + "}").statusCode(200);
        As.person("ca.authority")
                .body("{}")
                .put(path(first) + "/closure")
                .then()
                .statusCode(200);
        failure(ministry + "-A");
        clock.advance(Duration.ofDays(300));

        String second = opening("2027-12-23T18:00:00+09:00")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        answers(officer, second)
                .body("items.system", contains(ministry + "-A", ministry + "-B", ministry + "-C"))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].present", equalTo(1))
                .body("items[0].facts.annualUsers", equalTo(30_000_000))
                .body("items[0].incidents", equalTo(1))
                .body("items[0].downMinutes", equalTo(120))
                .body("items[1].incidents", equalTo(0));

        submit(
                        second,
                        "{\"system\":\"%s-A\"}".formatted(ministry),
                        answer(ministry + "-B", GRADE_1),
                        answer(ministry + "-C", "{\"businessImpact\":\"HUGE\"}"),
                        answer("GOV24-NOT-MINE", GRADE_1))
                .statusCode(200)
                .body("submitted", equalTo(2))
                .body("refused", equalTo(2))
                .body("items[0].grade", equalTo(1))
                .body("items[2].code", equalTo("kernel.unprocessable"))
                .body("items[3].code", equalTo("kernel.not-found"));
        answers(officer, second).body("items.state", contains("SUBMITTED", "SUBMITTED", "OPEN"));
        As.person("ca.authority")
                .get(path(second))
                .then()
                .body("progress[0].submitted", equalTo(2))
                .body("progress[0].open", equalTo(1));
        answers("ca.authority", second).body("items[0].facts.size()", equalTo(0));
    }

    private void failure(String system) {
        String body =
                "{\"kind\":\"FAILURE\",\"title\":\"중단\",\"occurredAt\":\"%s\",\"systems\":[{\"code\":\"%s\",\"service\":\"STOPPED\"}]}";
        As.create("ca.operator", "OPERATOR", "CAMOIS");
        String number = As.person("ca.operator")
                .body(body.formatted(clock.instant(), system))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        clock.advance(Duration.ofMinutes(120));
        As.person("ca.operator")
                .body("{\"recoveredAt\":\"%s\",\"level\":\"FULL\",\"verifiedBy\":\"김\"}".formatted(clock.instant()))
                .put("/api/v1/incidents/" + number + "/systems/" + system + "/recovery")
                .then()
                .statusCode(200);
    }

    @Test
    void a_decision_with_a_change_and_its_reason_one_appeal_and_the_history_as_of_any_time() {
        String number = opened();
        String system = ministry + "-A";
        submit(number, answer(system, GRADE_1)).statusCode(200);
        String assessment = answers(officer, number)
                .extract()
                .path("items.find { it.system == '%s' }.assessment".formatted(system));
        clock.advance(Duration.ofDays(1));
        decide(assessment, "{\"outcome\":\"CHANGED\",\"grade\":2,\"reason\":\"대체 수단이 충분함\"," + DECIDED_BY + "}")
                .statusCode(200);
        answers(officer, number).body("items[0].state", equalTo("NOTIFIED"));
        clock.advance(Duration.ofDays(1));
        As.person(officer)
                .body("{\"reason\":\"사용자가 늘었음\"}")
                .put("/api/v1/assessments/" + assessment + "/appeal")
                .then()
                .statusCode(200);
        decide(assessment, "{\"outcome\":\"CONFIRMED\"," + DECIDED_BY + "}").statusCode(200);
        As.person(officer)
                .body("{\"reason\":\"다시\"}")
                .put("/api/v1/assessments/" + assessment + "/appeal")
                .then()
                .statusCode(409);

        String grades = "/api/v1/systems/" + system + "/grades";
        As.person(officer)
                .get(grades)
                .then()
                .statusCode(200)
                .body("items.grade", contains(1, 2, null))
                .body("items[1].computedGrade", equalTo(1))
                .body("items[1].reason", equalTo("대체 수단이 충분함"))
                .body("items[1].recordedBy", equalTo("ca.authority"))
                .body("items[1].assessment", equalTo(assessment));
        As.person(officer)
                .queryParam("asOf", "2026-11-24T12:00:00+09:00")
                .get(grades)
                .then()
                .body("items.grade", contains(2));
        As.person(officer)
                .queryParam("asOf", "2026-11-23T12:00:00+09:00")
                .get(grades)
                .then()
                .body("items", hasSize(1))
                .body("items[0].grade", nullValue());
        As.person(officer).get(grades + "?asOf=yesterday").then().statusCode(422);
        As.admin()
                .get("/api/v1/audit?subject=" + assessment)
                .then()
                .body("items.actor", hasItems(officer, "ca.authority"))
                .body(
                        "items.action",
                        hasItems(
                                "grading.submitted",
                                "grading.changed",
                                "grading.appealed",
                                "grading.confirmed-on-appeal"));
    }

    @Test
    void an_office_is_reminded_before_and_after_it_is_due_until_it_has_answered() {
        String number = opened();
        int before = told(number).size();
        sweep.run();
        assertThat(told(number)).hasSize(before);

        clock.setTo(Instant.parse("2026-12-09T09:00:00Z"));
        sweep.run();
        sweep.run();
        assertThat(told(number)).hasSize(before + 1);
        clock.setTo(Instant.parse("2026-12-23T09:00:00Z"));
        sweep.run();
        assertThat(told(number).stream().filter(title -> title.contains("기한 지남")))
                .hasSize(1);
        As.person("ca.authority").get(path(number)).then().body("progress[0].late", equalTo(3));

        submit(
                        number,
                        answer(ministry + "-A", GRADE_1),
                        answer(ministry + "-B", GRADE_1),
                        answer(ministry + "-C", GRADE_1))
                .body("submitted", equalTo(3));
        int reminded = told(number).size();
        clock.advance(Duration.ofDays(8));
        sweep.run();
        assertThat(told(number)).hasSize(reminded);
        As.admin()
                .get("/api/v1/audit?limit=200&subject=" + number)
                .then()
                .body("items.action", hasItems("grading.campaign-reminded", "grading.campaign-late"));
    }

    private Response excepted(String number, String until) {
        return As.person("ca.authority")
                .body("{\"until\":\"%s\",\"reason\":\"2027년 폐기 예정\",%s}".formatted(until, DECIDED_BY))
                .put(path(number) + "/exceptions/" + ministry + "-B");
    }

    @Test
    void an_exception_warns_ends_by_itself_and_the_system_is_to_be_answered_for_again() {
        String number = opened();
        excepted(number, "2027-03-01T00:00:00+09:00").then().statusCode(200).body("endedAt", nullValue());
        excepted(number, "2027-03-01T00:00:00+09:00").then().statusCode(409);
        answers(officer, number).body("items[1].state", equalTo("EXCUSED"));
        submit(number, answer(ministry + "-B", GRADE_1))
                .body("refused", equalTo(1))
                .body("items[0].code", equalTo("grading.campaign-excused"));
        As.person("ca.authority").get(path(number)).then().body("progress[0].excused", equalTo(1));

        clock.setTo(Instant.parse("2027-01-30T00:00:00Z"));
        sweep.run();
        assertThat(told(number).stream().filter(title -> title.contains("예외 종료 예정")))
                .hasSize(1);
        answers(officer, number).body("items[1].state", equalTo("EXCUSED"));
        clock.setTo(Instant.parse("2027-02-28T15:00:00Z"));
        sweep.run();
        sweep.run();
        answers(officer, number)
                .body("items[1].state", equalTo("OPEN"))
                .body("items[1].dueAt", equalTo("2027-03-15T00:00:00+09:00"));
        As.person("ca.authority").get(path(number) + "/exceptions").then().body("items[0].ending", equalTo("EXPIRED"));
        assertThat(told(number).stream().filter(title -> title.startsWith("전수 검토 예외 종료: ")))
                .hasSize(1);
        As.admin()
                .get("/api/v1/audit?limit=200&subject=" + number)
                .then()
                .body("items.action", hasItems("grading.exception-granted", "grading.exception-expired"));
    }

    @Test
    void an_exception_is_taken_back_and_what_was_answered_needs_none() {
        String number = opened();
        excepted(number, "2027-03-01T00:00:00+09:00").then().statusCode(200);
        As.person("ca.authority")
                .body("{\"reason\":\"계속 운영\"}")
                .delete(path(number) + "/exceptions/" + ministry + "-B")
                .then()
                .statusCode(200)
                .body("ending", equalTo("REVOKED"));
        submit(number, answer(ministry + "-B", GRADE_1)).body("submitted", equalTo(1));
        excepted(number, "2027-03-01T00:00:00+09:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("grading.campaign-answered"));
        As.person(officer)
                .body("{\"until\":\"2027-03-01T00:00:00+09:00\",\"reason\":\"x\",%s}".formatted(DECIDED_BY))
                .put(path(number) + "/exceptions/" + ministry + "-A")
                .then()
                .statusCode(403);
    }

    @Test
    void nothing_is_taken_in_after_the_end() {
        String number = opened();
        As.person("ca.stranger")
                .body("{}")
                .put(path(number) + "/closure")
                .then()
                .statusCode(404);
        As.person("ca.authority")
                .body("{}")
                .put(path(number) + "/closure")
                .then()
                .statusCode(200);

        submit(number, answer(ministry + "-A", GRADE_1))
                .statusCode(409)
                .body("code", equalTo("grading.campaign-closed"));
        As.person("ca.authority")
                .body("{}")
                .put(path(number) + "/closure")
                .then()
                .statusCode(409);
        clock.setTo(Instant.parse("2026-12-30T00:00:00Z"));
        int before = told(number).size();
        sweep.run();
        assertThat(told(number)).hasSize(before);
    }

    private static RequestSpecification browser(String who, String language) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(who, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language)
                .redirects()
                .follow(false);
    }

    private static Response post(String who, String path, Map<String, ?> form) {
        return browser(who, "ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    @Test
    void it_is_opened_answered_and_followed_by_forms_alone_in_both_languages() {
        assertThat(post("ca.authority", "/campaigns", Map.of("title", "")).statusCode())
                .isEqualTo(422);
        Response begun = post(
                "ca.authority",
                "/campaigns",
                Map.of("title", "등급 전수 검토", "dueAt", "2026-12-23T18:00", "institutions", ministry));
        assertThat(begun.statusCode()).isEqualTo(303);
        String path = begun.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(browser("ca.authority", "ko").get(path).asString())
                .contains("부처별 진행")
                .contains("<progress max=\"100\" value=\"0\"")
                .contains("예외 인정");
        assertThat(browser(officer, "ko").get("/campaigns").asString())
                .contains("등급 전수 검토")
                .doesNotContain("열고 각 기관에 알리기");
        String asked = browser(officer, "ko").get(path + "/answers").asString();
        assertThat(asked)
                .contains("name=\"%s-A.annualUsers\"".formatted(ministry))
                .contains("장애 0건")
                .contains("가용률 100.00 %");

        String a = ministry + "-A";
        assertThat(post(officer, path + "/answers", Map.of("state", "")).statusCode())
                .isEqualTo(422);
        Response sent = post(
                officer,
                path + "/answers",
                Map.of(
                        "chosen",
                        new ArrayList<>(List.of(a)),
                        a + ".businessImpact",
                        "ACTUAL_LOSS",
                        a + ".annualUsers",
                        "30,000,000",
                        a + ".affectedSystems",
                        "250"));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.asString()).contains("1건을 제출했고 0건은 제출하지 못했습니다.").contains("검토 중");
        Response excepted = post(
                "ca.authority",
                path + "/exceptions",
                Map.of(
                        "system", ministry + "-B",
                        "until", "2027-03-01T00:00",
                        "reason", "폐기 예정",
                        "decidedBy.name", "김",
                        "decidedBy.position", "국장"));
        assertThat(excepted.statusCode()).isEqualTo(303);
        assertThat(browser("ca.authority", "en").get(path).asString())
                .contains("Progress by ministry")
                .contains("value=\"50\"")
                .contains("holds");
        assertThat(browser(officer, "en").get(path + "/answers?state=EXCUSED").asString())
                .contains(ministry + "-B")
                .doesNotContain(ministry + "-A.");
        assertThat(browser(officer, "ko").get("/systems/" + a + "/assessments").asString())
                .contains("등급 이력");
        assertThat(post("ca.authority", path + "/closure", Map.of()).statusCode())
                .isEqualTo(303);
    }
}
