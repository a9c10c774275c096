package io.haetae.grading;

import static io.haetae.grading.Grading.GRADE_1;
import static io.haetae.grading.Grading.confirmed;
import static io.haetae.grading.Grading.draft;
import static io.haetae.grading.Grading.look;
import static io.haetae.grading.Grading.submit;
import static io.haetae.grading.Grading.submitted;
import static io.haetae.grading.Grading.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GradingPagesIT {

    @Inject
    MovableClock clock;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        Grading.people();
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
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.asString();
    }

    private static Response post(String username, String path, Map<String, String> form) {
        return browser(username, "ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    @Test
    void an_officer_assesses_submits_and_the_authority_decides_by_forms_alone() {
        system("GP-FORMS", "GRHERITAGE");
        String empty = page("gr.officer", "ko", "/systems/GP-FORMS/assessments/new");
        assertThat(empty)
                .contains("업무영향도")
                .contains("value=\"ACTUAL_LOSS\"")
                .contains("name=\"facts.annualUsers\"")
                .contains("비워 두면 등록된 연계 관계에서 자동으로 집계합니다.");
        Response refused = post(
                "gr.officer",
                "/systems/GP-FORMS/assessments",
                Map.of("ruleSet", Grading.RULE_SET, "facts.annualUsers", "많음"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("value=\"많음\"").contains("id=\"f-facts.annualUsers-error\"");
        Response begun = post(
                "gr.officer",
                "/systems/GP-FORMS/assessments",
                Map.of(
                        "ruleSet", Grading.RULE_SET,
                        "facts.businessImpact", "ACTUAL_LOSS",
                        "facts.annualUsers", "9,999,999",
                        "facts.affectedSystems", "",
                        "evidence.annualUsers", "2025년 접속 통계"));
        assertThat(begun.statusCode()).isEqualTo(303);
        String path = begun.header("Location").replaceFirst("^https?://[^/]+", "");
        String drafted = page("gr.officer", "ko", path);
        assertThat(drafted)
                .contains("작성 중")
                .contains("86")
                .contains("2025년 접속 통계")
                .contains("자동 집계")
                .contains("1등급이 되려면 4점이 더 필요합니다.");
        assertThat(post(
                                "gr.officer",
                                path + "/facts",
                                Map.of(
                                        "ruleSet", Grading.RULE_SET,
                                        "version", "1",
                                        "facts.businessImpact", "ACTUAL_LOSS",
                                        "facts.annualUsers", "10000000",
                                        "facts.affectedSystems", "3"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("gr.officer", path + "/submission", Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(303);
        String review = page("gr.authority", "ko", path);
        assertThat(review).contains("검토 중").contains("결정 기록").doesNotContain("저장하고 다시 산정");
        Response incomplete = post("gr.authority", path + "/decision", Map.of("version", "3", "outcome", "CHANGED"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.asString())
                .contains("id=\"f-grade-error\"")
                .contains("id=\"f-reason-error\"")
                .contains("id=\"f-decidedBy-error\"");
        assertThat(post("gr.authority", path + "/decision", Map.of("version", "3"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(
                                "gr.authority",
                                path + "/decision",
                                Map.of(
                                        "version", "3",
                                        "outcome", "CHANGED",
                                        "grade", "2",
                                        "reason", "대체 수단이 충분함",
                                        "decidedBy.name", "김국장",
                                        "decidedBy.position", "국장",
                                        "documentNumber", "디지털-1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("gr.officer", "ko", path))
                .contains("확정·통보")
                .contains("산정 등급은 1등급이나 2등급으로 변경 확정되었습니다.")
                .contains("대체 수단이 충분함")
                .contains("국장 김국장")
                .contains("이의 신청");
        As.person("gr.officer").get("/api/v1/systems/GP-FORMS").then().body("systemGrade", equalTo(2));
        assertThat(post("gr.officer", path + "/appeal", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(post("gr.officer", path + "/appeal", Map.of("reason", "사용자가 늘었음"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("gr.authority", "ko", path)).contains("사용자가 늘었음").contains("결정 기록");
    }

    @Test
    void the_list_opens_with_what_waits_for_its_reader() {
        system("GP-LIST-A", "GRHERITAGE");
        system("GP-LIST-B", "GRHERITAGE");
        draft("GP-LIST-A", GRADE_1);
        submitted("GP-LIST-B", GRADE_1);
        assertThat(page("gr.officer", "ko", "/grading"))
                .contains("작성·제출할 것")
                .contains("GP-LIST-A")
                .doesNotContain("GP-LIST-B");
        assertThat(page("gr.authority", "en", "/grading"))
                .contains("To decide")
                .contains("GP-LIST-B")
                .doesNotContain("GP-LIST-A");
        assertThat(page("gr.auditor", "en", "/grading?institution=GRHERITAGE"))
                .contains("GP-LIST-A")
                .contains("GP-LIST-B");
        assertThat(page("gr.officer", "ko", "/grading?task=&state=&institution=GRHERITAGE&system=GP-LIST-B"))
                .contains("GP-LIST-B")
                .doesNotContain("GP-LIST-A");
        assertThat(page("gr.orphan", "en", "/grading?task=ANSWER&system=GP-LIST-B"))
                .contains("No assessment here");
    }

    @Test
    void a_systems_page_can_take_in_why_it_has_its_grade() {
        system("GP-CARD", "GRHERITAGE");
        assertThat(page("gr.officer", "ko", "/systems/GP-CARD/assessments"))
                .contains("아직 확정된 등급이 없습니다.")
                .contains("/systems/GP-CARD/assessments/new");
        String id = confirmed("GP-CARD", GRADE_1);
        String card = browser("gr.operator", "ko")
                .header("HX-Request", "true")
                .get("/systems/GP-CARD/assessments")
                .asString();
        assertThat(card)
                .doesNotContain("<html")
                .contains("30,000,000명")
                .contains("/assessments/" + id)
                .doesNotContain("/assessments/new");
        assertThat(browser("gr.court", "ko").get("/systems/GP-CARD/assessments").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_result_appears_while_facts_are_typed_and_nothing_is_stored() {
        system("GP-PREVIEW", "GRHERITAGE");
        Response result = post(
                "gr.officer",
                "/systems/GP-PREVIEW/assessments/preview",
                Map.of(
                        "ruleSet", Grading.RULE_SET,
                        "facts.businessImpact", "SERVICE_DISRUPTION",
                        "facts.annualUsers", "5000000"));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.asString())
                .contains("저장 전")
                .contains("80")
                .contains("3등급")
                .contains("자동 집계");
        Response missing =
                post("gr.officer", "/systems/GP-PREVIEW/assessments/preview", Map.of("ruleSet", Grading.RULE_SET));
        assertThat(missing.statusCode()).isEqualTo(200);
        assertThat(missing.asString()).contains("필수 항목을 모두 입력하면");
        As.person("gr.officer")
                .get("/api/v1/systems/GP-PREVIEW/assessments")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void a_page_in_english_has_no_korean_words_of_ours_and_no_missing_text() {
        system("GP-ENGLISH", "GRHERITAGE");
        String id = draft("GP-ENGLISH", GRADE_1);
        for (String path : new String[] {
            "/grading", "/assessments/" + id, "/systems/GP-ENGLISH/assessments", "/systems/GP-ENGLISH/assessments/new"
        }) {
            String page = page("gr.officer", "en", path);
            assertThat(page).doesNotContain("[grading.").doesNotContain("[web.");
            assertThat(page.replaceAll("lang=\"ko\">한국어", "")).as(path).doesNotContainPattern("[가-힣]");
        }
    }

    @Test
    void a_step_by_somebody_who_may_not_take_it_is_refused_on_pages_too() {
        system("GP-WHO", "GRHERITAGE");
        String id = draft("GP-WHO", GRADE_1);
        assertThat(browser("gr.authority", "ko").get("/assessments/" + id).statusCode())
                .isEqualTo(404);
        assertThat(post("gr.operator", "/assessments/" + id + "/submission", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("gr.officer", "/assessments/" + id + "/submission", Map.of("version", "7"))
                        .statusCode())
                .isEqualTo(422);
        look("gr.officer", id).body("state", equalTo("DRAFT"));
        submit("gr.officer", id).statusCode(200);
        Response late = post("gr.officer", "/assessments/" + id + "/submission", Map.of("version", "2"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.asString()).contains("지금 할 수 있는 절차");
        assertThat(RestAssured.given()
                        .redirects()
                        .follow(false)
                        .accept("text/html")
                        .get("/grading")
                        .statusCode())
                .isEqualTo(303);
    }
}
