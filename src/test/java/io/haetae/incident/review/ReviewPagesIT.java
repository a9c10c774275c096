package io.haetae.incident.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewPagesIT {

    @Inject
    MovableClock clock;

    @Inject
    ReviewSweep sweep;

    @BeforeEach
    void a_ministry() {
        clock.setTo(OffsetDateTime.parse("2023-11-17T08:40:00+09:00").toInstant());
        Failures.world();
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_review_is_written_handed_in_and_accepted_and_followed_by_a_recommendation_by_forms_alone() {
        String number =
                Failures.declared("RV-GPKI", 1, "2023-11-17T01:42:00+09:00", "2023-11-17T08:40:00+09:00", "NORMAL");
        clock.setTo(OffsetDateTime.parse("2023-11-18T09:00:00+09:00").toInstant());
        Failures.recovered(number, "RV-GPKI", "2023-11-18T09:00:00+09:00");
        sweep.run();
        String id = Failures.reviewOf(number).path("id");
        String page = "/reviews/" + id;

        assertThat(page("rv.officer", "ko", "/incidents/" + number)).contains("hx-get=\"/reviews/of/" + number);
        assertThat(page("rv.officer", "ko", "/reviews/of/" + number))
                .contains("장애사후관리")
                .contains(page);
        assertThat(page("rv.officer", "ko", "/reviews/mine"))
                .contains("내가 처리할 장애사후관리")
                .contains(page);
        assertThat(page("rv.officer", "ko", page))
                .contains("복구된 날(2023-11-18)부터 1개월")
                .contains("2023. 12. 18.")
                .contains("6시간 58분")
                .contains("최초 알람")
                .contains("제출하려면 다음을 작성해야 합니다.");
        assertThat(page("rv.officer", "en", page))
                .contains("One month from the day of recovery (2023-11-18)")
                .contains("18 Dec 2023")
                .contains("6 h 58 min");

        Map<String, String> text = Map.of(
                "version", "1",
                "cause", "라우터 포트 손상",
                "underlyingCause", "노후",
                "causeStatus", "PROVEN",
                "detectionAnalysis", "지연",
                "recoveryAnalysis", "교체",
                "informationAnalysis", "안내",
                "damage", "189개",
                "prevention", "점검");
        assertThat(post("rv.duty", page + "/content", text).statusCode()).isEqualTo(303);
        Response stale = post("rv.duty", page + "/content", text);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.asString()).contains("라우터 포트 손상");
        assertThat(post("rv.officer", page + "/submission", Map.of("documentNumber", "제1호"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("rv.authority", page + "/decision", Map.of("outcome", "ACCEPTED"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("rv.authority", "ko", page))
                .contains("접수 완료")
                .contains("제1호")
                .contains("subject.id=" + id);

        Response made = post(
                "rv.authority",
                "/actions/new",
                Map.of(
                        "basis", "REVIEW",
                        "institution", "RV-MOIS",
                        "title", "포트 오류율 감시",
                        "text", "포트 오류율을 감시하고 임계값에서 알람",
                        "subject.kind", "REVIEW",
                        "subject.id", id));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        String action = made.header("Location").replaceFirst("^.*(/actions/)", "$1");
        assertThat(page("rv.officer", "ko", page)).contains("포트 오류율 감시").contains(action);
        assertThat(page("rv.officer", "ko", action))
                .contains("조치계획 제출")
                .contains(page)
                .contains("2023. 12. 18.");
        assertThat(page("rv.officer", "en", "/actions/mine"))
                .contains("My actions")
                .contains(action);
        assertThat(page("rv.officer", "ko", "/actions?state=RECOMMENDED")).contains(action);
        assertThat(post("rv.officer", action + "/plan", Map.of("text", "", "responsible", "망", "dueOn", "2024-03-01"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(
                                "rv.officer",
                                action + "/plan",
                                Map.of("text", "감시 구성", "responsible", "망", "dueOn", "2024-03-01"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("rv.officer", "en", action)).contains("In progress").contains("1 Mar 2024");
        assertThat(page("rv.officer", "ko", "/reviews")).contains(page);
    }

    private static RequestSpecification browser(String username, String language) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language)
                .redirects()
                .follow(false);
    }

    private static String page(String username, String language, String path) {
        Response answer = browser(username, language).get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private static Response post(String username, String path, Map<String, String> form) {
        return browser(username, "ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }
}
