package io.haetae.continuity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a clerk without JavaScript uses them, and what they print. */
@QuarkusTest
class ContinuityPagesIT {

    @Inject
    MovableClock clock;

    private String system = "";
    private String incident = "";

    @BeforeEach
    void the_afternoon_of_17_november() {
        clock.setTo(Instant.parse("2023-11-17T05:00:00Z"));
        Counter.open();
        system = Counter.system();
        incident = Counter.incident(system, "2023-11-17T08:46:00+09:00");
    }

    @Test
    void a_day_at_the_counter() {
        String there = location(post("/continuity", Map.of("system", system, "incident", incident)));
        assertThat(html(there, "ko"))
                .contains("국민 안내")
                .contains("주민센터 방문")
                .contains("유효한 계획 없음")
                .contains("행정절차법 제16조");
        assertThat(html(there, "en")).contains("What people are told").contains("Visit a community centre");

        Response wrong = post(
                there + "/receipts",
                Map.of(
                        "service", "CERT",
                        "office", "대전",
                        "receivedAt", "2023-11-17T13:00",
                        "originalDeadline", "내일",
                        "fields.applicant", "홍길동",
                        "fields.contact", "900101-1234567"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("기한으로 읽을 수 없습니다").contains("value=\"홍길동\"");

        String next = location(post(
                there + "/receipts",
                Map.of(
                        "service", "CERT",
                        "office", "대전",
                        "receivedAt", "2023-11-17T13:00",
                        "originalDeadline", "2023-11-17",
                        "fields.applicant", "홍길동",
                        "fields.contact", "010-0000-0000")));
        String number = system + "-CERT-대전-00001";
        assertThat(html(next, "ko"))
                .contains(number)
                .contains("value=\"대전\"")
                .contains("autofocus")
                .doesNotContain("value=\"홍길동\"");
        String receipt = "/continuity/receipts/" + number;
        assertThat(html(receipt, "ko")).contains("홍길동").contains("복구된 뒤에 정해집니다");
        assertThat(html(receipt + "/slip", "ko"))
                .contains("접수증")
                .contains(number)
                .doesNotContain("홍길동");
        assertThat(html(receipt + "/slip", "en")).contains("Receipt slip");

        Counter.recover(incident, system, "2023-11-17T13:30:00+09:00");
        assertThat(post(receipt + "/processing", Map.of("processedAt", "2023-11-17T13:40"))
                        .statusCode())
                .isEqualTo(303);
        Response same = post(receipt + "/check", Map.of("outcome", "CONFIRMED"));
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.asString()).contains("처리한 사람은 자기가 처리한 접수를 확인할 수 없습니다");
        assertThat(as("clerk.b", "ko")
                        .contentType(ContentType.URLENC)
                        .formParams(Map.of("outcome", "CONFIRMED"))
                        .redirects()
                        .follow(false)
                        .post(receipt + "/check")
                        .statusCode())
                .isEqualTo(303);
        assertThat(html(receipt, "ko")).contains("clerk.b").contains("2023. 11. 17");
        assertThat(html(there + "/ledger", "ko")).contains("모두 처리됨").contains(number);
        assertThat(post(there + "/closure", Map.of()).statusCode()).isEqualTo(303);
        assertThat(html(there, "ko")).doesNotContain("수기접수 등록</button>");
    }

    @Test
    void forms_are_printed_with_numbers_issued_in_advance() {
        String there = "/continuity/" + Counter.activated(system, incident);
        String offline =
                location(post(there + "/blocks", Map.of("service", "REPORT", "office", "서울 종로", "count", "3")));

        assertThat(html(offline, "ko"))
                .contains(system + "-REPORT-서울종로-00001")
                .contains(system + "-REPORT-서울종로-00003")
                .contains("주민등록번호는 받지 않습니다");
    }

    @Test
    void the_calculator_answers_and_keeps_nothing() {
        String there = "/continuity/" + Counter.activated(system, incident);
        Counter.recover(incident, system, "2023-11-17T13:30:00+09:00");

        assertThat(html(there + "?rule=suspension&deadline=2023-11-17", "ko"))
                .contains("새 기한")
                .contains("2023-11-20");
        assertThat(html(there + "?rule=sent-in-time&deadline=2023-11-17", "en"))
                .contains("The deadline stays.")
                .contains("No time of sending is recorded");
        assertThat(html(there + "?rule=extension-until&deadline=2023-11-17", "ko"))
                .contains("새 기한 또는 복구 후 기간");
    }

    @Test
    void what_runs_shows_in_the_list_on_the_incident_and_among_my_tasks() {
        String id = Counter.activated(system, incident);
        assertThat(html("/continuity", "ko")).contains("/continuity/" + id).contains("유효한 계획이 없는 1등급 시스템");
        assertThat(html("/continuity/of/" + incident, "ko")).contains("/continuity/" + id);
        assertThat(html("/incidents/" + incident, "ko")).contains("/continuity/of/" + incident);
        assertThat(html("/continuity/mine", "ko")).doesNotContain("/continuity/" + id);
        As.person("clerk.a")
                .body(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"))
                .post(Counter.RECEIPTS)
                .then()
                .statusCode(201);
        assertThat(html("/continuity/mine", "en")).contains("/continuity/" + id).contains("To process");
    }

    @Test
    void a_plan_is_written_by_form() {
        String page = "/continuity/plans/" + system;
        assertThat(html(page, "ko")).contains("계획 없음");
        assertThat(post(page, Map.of("keptBy", "민원과")).asString()).contains("꼭 입력해야 합니다");
        Response saved = post(
                page,
                Map.of(
                        "keptBy", "민원과",
                        "reviewOn", "2024-05-01",
                        "validFrom", "2023-01-01",
                        "guidance.ko", "창구를 이용하십시오.",
                        "guidance.en", "Please use the counters.",
                        "offices", "대전\n서울",
                        "rule.CERT", "sent-in-time"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(html(page, "ko")).contains("창구를 이용하십시오.").contains("기한 안에 보낸 전자문서");
        String there = "/continuity/" + Counter.activated(system, incident);
        assertThat(html(there, "ko")).contains("창구를 이용하십시오.").contains("전자정부법 제28조");
        assertThat(post(
                                there + "/receipts",
                                Map.of(
                                        "service", "CERT",
                                        "office", "부산",
                                        "receivedAt", "2023-11-17T13:00",
                                        "fields.applicant", "홍길동",
                                        "fields.contact", "x"))
                        .asString())
                .contains("창구는 계획에 없습니다");
    }

    private static RequestSpecification as(String person, String language) {
        return given().auth()
                .preemptive()
                .basic(person, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language);
    }

    private static String html(String path, String language) {
        Response page = as("clerk.a", language).get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    private static Response post(String path, Map<String, String> form) {
        return as("clerk.a", "ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .redirects()
                .follow(false)
                .post(path);
    }

    /** Where the answer leads, as a path. */
    private static String location(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        String to = answer.header("Location");
        String path = to.startsWith("http") ? to.substring(to.indexOf('/', 8)) : to;
        return URLDecoder.decode(path, StandardCharsets.UTF_8).replaceAll("#.*", "");
    }
}
