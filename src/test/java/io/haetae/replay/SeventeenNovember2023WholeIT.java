package io.haetae.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.haetae.duty.CallOutDriver;
import io.haetae.incident.IncidentDriver;
import io.haetae.incident.review.ReviewDriver;
import io.haetae.procedure.RunDriver;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 17 November 2023 from the first alarm to the review, as it would have gone with the failure procedure worked step by
 * step: the duty officer walks it at the true times, the counter takes fixed dates of leases by hand and processes them
 * back to the day they were taken. Times are those that were published; see network-2023-events.csv among the tests.
 */
@QuarkusTest
class SeventeenNovember2023WholeIT {

    private static final String DUTY = "w23.duty";
    private static final String MANAGER = "w23.manager";
    private static final String HEAD = "w23.head";
    private static final String SITUATION = "w23.situation";
    private static final String CLERK = "w23.clerk";

    @Inject
    MovableClock clock;

    @Inject
    IncidentDriver incidents;

    @Inject
    CallOutDriver callOuts;

    @Inject
    RunDriver runs;

    @Inject
    ReviewDriver reviews;

    private String number = "";
    private String run = "";
    private String activation = "";
    private String receipt = "";

    @BeforeEach
    void the_register_of_that_night() {
        at("2023-11-17T00:00:00+09:00");
        As.institution("W23-MOIS", "MINISTRY", null, "W23-MOIS");
        As.institution("W23-NIRS", "AGENCY", "W23-MOIS", "W23-MOIS");
        As.create(DUTY, "OPERATOR", "W23-NIRS");
        As.create(MANAGER, "OPERATOR", "W23-MOIS");
        As.create(HEAD, "OFFICER", "W23-MOIS");
        As.create(SITUATION, "SITUATION", "W23-MOIS");
        As.create(CLERK, "OPERATOR", "W23-MOIS");
        system("W23-GPKI", "행정전자서명 인증시스템", "SHARED", "[]");
        system("W23-GOV24", "정부24", "CITIZEN", "[]");
        system("W23-SAEOL", "새올행정시스템", "INTERNAL", """
                [{"code":"LEASE","name":{"ko":"확정일자 부여","en":"Fixed date of a lease"},"emergency":false,
                  "deadlines":["당일"],"substitutes":[
                   {"name":{"ko":"정부24","en":"Government24"},"kind":"SITE","contact":"https://www.gov.kr","hours":null,
                    "region":null,"dependsOn":["W23-GOV24"]},
                   {"name":{"ko":"주민센터 수기접수","en":"By hand at a community centre"},"kind":"COUNTER",
                    "contact":"110","hours":"09:00-18:00","region":null,"dependsOn":[]}]}]""");
        depends("W23-SAEOL", "W23-GPKI");
        depends("W23-GOV24", "W23-GPKI");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void the_day_worked_by_the_procedure() {
        the_alarm_at_0142_starts_the_clocks_and_the_procedure();
        at_0840_users_call_and_the_next_level_leads();
        at_1000_log_in_fails_and_the_shared_cause_is_looked_for();
        before_anybody_is_sent_to_government24_the_warning_is_there();
        at_1355_government24_stops_and_the_rest_goes_on_by_hand();
        a_change_is_approved_by_two_of_three();
        the_three_lines_of_report_are_walked();
        on_the_18th_at_0900_it_is_back();
        what_was_taken_by_hand_takes_effect_on_the_17th();
        on_the_first_working_day_it_is_declared_normal();
        on_the_25th_the_cause_is_known_and_the_procedure_ends();
        the_review_is_due_a_month_after_the_day_of_recovery();
    }

    private void the_alarm_at_0142_starts_the_clocks_and_the_procedure() {
        at("2023-11-17T01:42:00+09:00");
        number = As.person(SITUATION)
                .body("""
                        {"kind":"FAILURE","title":"대전센터 L3 라우터 포트 장애 알람","occurredAt":"2023-11-17T01:42:00+09:00",
                         "detectedAt":"2023-11-17T01:42:00+09:00","source":"MONITORING",
                         "systems":[{"code":"W23-GPKI","service":"UNKNOWN"}]}""")
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        sweep();
        run = As.person(DUTY)
                .get("/api/v1/runs?subject=" + number)
                .then()
                .body("items.manual", contains("sop/failure-management"))
                .extract()
                .path("items[0].id");
        seen().body("automatic", equalTo(true))
                .body("version", equalTo("2"))
                .body(ready(), contains("confirm-alarm"))
                .body(of("confirm-alarm") + "dueAt", equalTo("2023-11-17T01:52:00+09:00"));
    }

    private void at_0840_users_call_and_the_next_level_leads() {
        at("2023-11-17T08:40:00+09:00");
        sweep();
        seen().body(of("confirm-alarm") + "overdue", equalTo(true));
        As.person(DUTY)
                .body("{\"note\":\"이용자 신고로 인지\",\"by\":\"PAGE\"}")
                .put("/api/v1/incidents/" + number + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("awarenessGapSeconds", equalTo(25080));
        done(DUTY, "confirm-alarm", """
                "alarm":"NOT_SEEN","firstAlarmAt":"2023-11-17T01:42:00+09:00","device":"대전 L3 라우터 포트 3개 링크 불안정\"""");
        done(DUTY, "call-on-duty", "\"called\":\"당직 호출 전원 거부\"");
        said(DUTY, "call-answered", "refused");
        done(DUTY, "call-next-level", "\"leader\":\"담당 부서장\",\"levels\":\"담당자 거부, 부서장 응답\"");
        done(DUTY, "log-recognition", """
                "how":"USER_REPORT","recognisedAt":"2023-11-17T08:40:00+09:00","delay":"알람창이 닫혀 있었음\"""");
    }

    private void at_1000_log_in_fails_and_the_shared_cause_is_looked_for() {
        at("2023-11-17T10:00:00+09:00");
        facts("""
                {"systems":[{"code":"W23-GPKI","service":"STOPPED"},{"code":"W23-SAEOL","service":"STOPPED","substitute":"UNKNOWN"}],
                 "regions":["서울","부산","대구","인천","광주","대전","울산","세종","경기"]}""");
        done(
                DUTY,
                "scope",
                "\"systems\":[\"W23-GPKI\",\"W23-SAEOL\"],\"service\":\"STOPPED\",\"deadlineToday\":true,\"damage\":\"전국 시·군·구 새올 로그인 불가\"");
        As.person(DUTY)
                .get("/api/v1/incidents/" + number)
                .then()
                .body("damage", equalTo("전국 시·군·구 새올 로그인 불가"))
                .body("deadlineToday", equalTo(true))
                .body("failureGrade.grade", equalTo(1));
        done(MANAGER, "check-shared-cause", "\"shared\":\"AUTHENTICATION\",\"basis\":\"로그인만 불가, 인증 앞단 장비 의심\"");
        said(DUTY, "grade-right", "fits");
        seen().body(ready(), hasItems("assemble", "check-substitute", "report-division-head"));
    }

    private void before_anybody_is_sent_to_government24_the_warning_is_there() {
        at("2023-11-17T10:20:00+09:00");
        activation = As.person(CLERK)
                .body("{\"system\":\"W23-SAEOL\",\"incident\":\"%s\"}".formatted(number))
                .post("/api/v1/continuity/activations")
                .then()
                .statusCode(201)
                .body("services[0].substitutes[0].name.en", equalTo("Government24"))
                .body("services[0].substitutes[0].warnings.down", hasItem("W23-GPKI"))
                .body("services[0].substitutes[1].warnings", empty())
                .extract()
                .path("id");
        done(
                HEAD,
                "check-substitute",
                "\"systems\":[\"W23-SAEOL\"],\"substitute\":\"PARTIAL\",\"dependsOn\":\"정부24가 같은 인증시스템에 의존\"");
        said(HEAD, "substitute-safe", "unsafe");
        done(HEAD, "notice-counter", "\"posted\":\"가까운 주민센터 수기접수 안내\"");
        seen().body("steps.find { it.step == 'notice-substitute' }.standing", not(equalTo("READY")));
    }

    private void at_1355_government24_stops_and_the_rest_goes_on_by_hand() {
        at("2023-11-17T13:55:00+09:00");
        facts("{\"systems\":[{\"code\":\"W23-GOV24\",\"service\":\"STOPPED\",\"substitute\":\"NONE\"}]}");
        said(HEAD, "service-continues", "activate");
        at("2023-11-17T15:00:00+09:00");
        done(HEAD, "activate-continuity", "\"byHand\":\"확정일자\",\"deadlines\":\"납부·신고 기한 연장\"");
        receipt = As.person(CLERK)
                .body("""
                        {"activation":"%s","service":"LEASE","receivedAt":"2023-11-17T14:50:00+09:00","office":"세종 한솔동",
                         "originalDeadline":"2023-11-17","fields":{"applicant":"홍길동","contact":"02-2100-1234","content":"임대차 확정일자"}}""".formatted(activation))
                .post("/api/v1/continuity/receipts")
                .then()
                .statusCode(201)
                .body("deadline.outcome", equalTo("AWAITING_RECOVERY"))
                .extract()
                .path("number");
        done(HEAD, "repeat-notice", null);
    }

    private void a_change_is_approved_by_two_of_three() {
        done(HEAD, "assemble", "\"team\":\"지휘·기록·복구·안내·보고\",\"department\":\"디지털기반안전과\",\"contact\":\"044-205-0000\"");
        done(MANAGER, "isolate", "\"cause\":\"인증시스템 앞단 L4 추정\",\"saved\":\"대전 관제 서버\"");
        said(HEAD, "help-needed", "own");
        said(HEAD, "how-to-recover", "change");
        said(HEAD, "approve-change", "REJECTED", "되돌리는 방법이 없음");
        said(MANAGER, "approve-change", "APPROVED");
        seen().body(of("approve-change") + "standing", equalTo("READY"));
        result(HEAD, "approve-change", "{\"outcome\":\"APPROVED\"}").then().statusCode(409);
        said(SITUATION, "approve-change", "APPROVED");
        done(MANAGER, "recover-work", "\"actions\":\"L4 교체 후 라우터 교체\",\"expected\":\"2023-11-18T09:00:00+09:00\"");
        As.person(DUTY)
                .get("/api/v1/incidents/" + number)
                .then()
                .body("department", equalTo("디지털기반안전과"))
                .body("expectedRecoveryAt", equalTo("2023-11-18T09:00:00+09:00"));
    }

    private void the_three_lines_of_report_are_walked() {
        for (String step : List.of("report-division-head", "report-situation-room", "report-cio")) {
            done(SITUATION, step, "\"told\":\"유선 보고\"");
        }
        done(SITUATION, "report-written", "\"document\":\"디지털기반-1\"");
        done(SITUATION, "report-leadership", "\"told\":\"차관·장관, 중앙재난안전상황실\"");
        said(HEAD, "meeting-needed", "hold");
        done(HEAD, "hold-meeting", "\"decided\":\"복구까지 비상근무\"");
        done(SITUATION, "interim-report", null);
        sweep();
        seen().body(ready(), hasItems("repeat-notice", "interim-report"));
    }

    private void on_the_18th_at_0900_it_is_back() {
        at("2023-11-18T10:00:00+09:00");
        As.person(DUTY)
                .body("""
                        [{"code":"W23-GPKI","recoveredAt":"2023-11-18T09:00:00+09:00","level":"FULL"},
                         {"code":"W23-SAEOL","recoveredAt":"2023-11-18T09:00:00+09:00","level":"FULL"},
                         {"code":"W23-GOV24","recoveredAt":"2023-11-18T09:00:00+09:00","level":"FULL"}]""")
                .put("/api/v1/incidents/" + number + "/recoveries")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"));
        sweep();
        seen().body(ready(), contains("verify-service"));
        done(MANAGER, "verify-service", "\"checked\":\"로그인·발급·납부 각 1건\",\"redundancy\":true");
        done(HEAD, "notice-recovered", "\"posted\":\"정부24·새올 재개\"");
        done(SITUATION, "final-report", "\"told\":\"최초 보고처 전체\"");
        at("2023-11-18T15:00:00+09:00");
        done(HEAD, "field-check", "\"places\":\"한솔동 주민센터 외\",\"processed\":240000");
    }

    private void what_was_taken_by_hand_takes_effect_on_the_17th() {
        String path = "/api/v1/continuity/receipts/" + receipt;
        As.person(CLERK)
                .get(path)
                .then()
                .body("deadline.outcome", equalTo("MOVED"))
                .body("deadline.deadline", equalTo("2023-11-20"));
        closure().then().statusCode(409);
        As.person(CLERK)
                .body("{\"processedAt\":\"2023-11-18T11:00:00+09:00\",\"effectiveOn\":\"2023-11-17\"}")
                .put(path + "/processing")
                .then()
                .statusCode(200)
                .body("processing.effectiveOn", equalTo("2023-11-17"));
        As.person(CLERK)
                .body("{\"outcome\":\"CONFIRMED\"}")
                .put(path + "/check")
                .then()
                .statusCode(403);
        As.person(MANAGER)
                .body("{\"outcome\":\"CONFIRMED\"}")
                .put(path + "/check")
                .then()
                .statusCode(200);
        closure().then().statusCode(200);
    }

    private Response closure() {
        return As.person(CLERK).body("{}").put("/api/v1/continuity/activations/" + activation + "/closure");
    }

    private void on_the_first_working_day_it_is_declared_normal() {
        at("2023-11-20T09:00:00+09:00");
        done(MANAGER, "watch-first-day", "\"peak\":\"평소의 110 %\"");
        said(MANAGER, "declare-normal", "APPROVED");
        said(SITUATION, "declare-normal", "APPROVED");
        done(HEAD, "close-continuity", "\"left\":0");
        said(HEAD, "cause-known", "unknown");
    }

    private void on_the_25th_the_cause_is_known_and_the_procedure_ends() {
        at("2023-11-25T12:00:00+09:00");
        done(HEAD, "keep-looking", "\"kept\":\"교체한 라우터\",\"team\":\"합동 조사반\"");
        done(HEAD, "hand-over-review", "\"reviewer\":\"디지털기반안전과\",\"cause\":\"라우터 포트 3개 손상, 1500바이트 이상 패킷 약 90 % 유실\"");
        seen().body("state", equalTo("DONE")).body(ready(), empty());
        As.person(DUTY).get("/api/v1/incidents/" + number).then().body("cause", containsString("라우터 포트 3개 손상"));
        As.person(DUTY)
                .get("/api/v1/incidents/" + number + "/timeline?limit=200")
                .then()
                .body("items.text.ko", hasItem(containsString("수기접수와 기한 연장")));
    }

    private void the_review_is_due_a_month_after_the_day_of_recovery() {
        reviews.run();
        String review = As.person(HEAD)
                .get("/api/v1/reviews?incident=" + number)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        As.person(HEAD)
                .get("/api/v1/reviews/" + review)
                .then()
                .body("dueOn", equalTo("2023-12-18"))
                .body("figures.awarenessGapSeconds", equalTo(25080));
    }

    private void sweep() {
        incidents.run();
        callOuts.run();
        runs.run();
    }

    private void facts(String json) {
        As.person(DUTY)
                .body(json)
                .put("/api/v1/incidents/" + number + "/facts")
                .then()
                .statusCode(200);
    }

    private void done(String who, String step, @Nullable String fields) {
        String body = fields == null ? "" : ",\"fields\":{" + fields + "}";
        ok(result(who, step, "{\"outcome\":\"DONE\",\"evidence\":\"확인\"" + body + "}"), step);
    }

    private void said(String who, String step, String outcome) {
        said(who, step, outcome, "현장 판단");
    }

    private void said(String who, String step, String outcome, String reason) {
        ok(
                result(
                        who,
                        step,
                        "{\"outcome\":\"%s\",\"reason\":\"%s\",\"evidence\":\"통화 기록\"}".formatted(outcome, reason)),
                step);
    }

    private Response result(String who, String step, String json) {
        return As.person(who).body(json).put("/api/v1/runs/" + run + "/steps/" + step + "/result");
    }

    private static void ok(Response response, String step) {
        assertThat(response.statusCode()).as(step + " " + response.asString()).isEqualTo(200);
    }

    private ValidatableResponse seen() {
        return As.person(DUTY).get("/api/v1/runs/" + run).then().statusCode(200);
    }

    private static String ready() {
        return "steps.findAll { it.standing == 'READY' }.step";
    }

    private static String of(String step) {
        return "steps.find { it.step == '" + step + "' }.";
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }

    private static void system(String code, String name, String audience, String services) {
        made(As.admin()
                .body("""
                {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"W23-MOIS","operator":"W23-NIRS","leadAgency":"W23-MOIS",
                 "audience":"%s","zone":"INTERNAL","major":true,"services":%s}""".formatted(code, name, code, audience, services))
                .post("/api/v1/systems"));
    }

    private static void depends(String system, String on) {
        As.admin()
                .header("If-Match", As.admin().get("/api/v1/systems/" + system).header("ETag"))
                .body("[{\"on\":\"%s\",\"type\":\"AUTHENTICATION\"}]".formatted(on))
                .put("/api/v1/systems/" + system + "/dependencies")
                .then()
                .statusCode(200);
    }

    private static void made(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(201, 409);
    }
}
