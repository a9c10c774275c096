package io.haetae.procedure;

import static io.haetae.procedure.RunFixture.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Procedures by forms alone, as a browser without JavaScript sends them. */
@QuarkusTest
class RunPagesIT {

    @Inject
    MovableClock clock;

    @Inject
    ManualLoadService loading;

    @BeforeEach
    void a_world_with_the_example() {
        clock.setTo(MovableClock.START);
        World.build();
        assertThat(loading.load(RunFixture.example("1", "DRAFT", "DRAFT"))).isEmpty();
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
    void a_run_is_started_worked_handed_over_and_printed_by_forms_alone() {
        String incident = incident();
        assertThat(page("op.nirs", "ko", "/incidents/" + incident))
                .contains("/runs?kind=INCIDENT&amp;subject=" + incident);
        assertThat(page("op.nirs", "ko", "/runs?kind=INCIDENT&subject=" + incident))
                .contains("value=\"sop/example\"");
        Response begun =
                post("op.nirs", "/runs", Map.of("manual", "sop/example", "kind", "INCIDENT", "subject", incident));
        assertThat(begun.statusCode()).isEqualTo(303);
        String path = begun.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(page("op.nirs", "ko", path))
                .contains("지금 할 일")
                .contains("알람이 실제 장애인지 확인한다.")
                .contains("name=\"fields.damage\"")
                .contains("초안");
        assertThat(page("cio.mois", "en", path))
                .contains("There is no step you can do now")
                .contains("Duty officer");

        Response refused = post("op.nirs", path + "/steps/confirm", Map.of("outcome", "DONE", "evidence", "콘솔 확인"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("콘솔 확인").contains("꼭 입력해야 합니다.");
        Response done = post(
                "op.nirs",
                path + "/steps/confirm",
                Map.of("outcome", "DONE", "evidence", "https://example.go.kr/1", "fields.damage", "로그인 불가"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(page("op.nirs", "ko", path))
                .contains("href=\"https://example.go.kr/1\"")
                .contains("name=\"outcome\" value=\"restart\"");
        assertThat(post("op.nirs", path + "/steps/choose", Map.of("outcome", "restart"))
                        .statusCode())
                .isEqualTo(303);
        Response attached = browser("op.nirs", "ko")
                .multiPart("file", "request.txt", "x".getBytes(StandardCharsets.UTF_8))
                .post(path + "/steps/approve/files");
        assertThat(attached.statusCode()).isEqualTo(303);
        assertThat(page("op.nirs", "ko", path)).contains("request.txt").contains("3명 중 2명 필요, 현재 0명 승인");
        assertThat(post("op.nirs", path + "/holder", Map.of("person", "sup.nirs"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("op.nirs", path + "/holder", Map.of("person", "sup.nirs", "note", "교대"))
                        .statusCode())
                .isEqualTo(303);
        String sheet = page("aud.mois", "ko", path + "/sheet");
        assertThat(sheet)
                .contains("이행 기록지")
                .contains("로그인 불가")
                .contains("op.nirs → sup.nirs")
                .contains("□");
        assertThat(page("aud.mois", "en", path + "/sheet"))
                .contains("Record sheet")
                .contains("Restore and inform");
    }

    @Test
    void an_entry_is_corrected_and_a_run_stopped_by_form() {
        String run = RunFixture.run(incident());
        RunFixture.done("op.nirs", run, "confirm", RunFixture.CONFIRMED);
        String entry = RunFixture.get("op.nirs", run).path("steps[0].entries[0].id");
        String path = "/runs/" + run;
        assertThat(page("op.nirs", "ko", path)).contains("value=\"" + entry + "\"");
        assertThat(post("op.nirs", path + "/corrections", Map.of("entry", entry, "evidence", "다시 확인"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("op.nirs", path + "/corrections", Map.of("entry", entry, "evidence", "다시 확인", "reason", "착오"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("op.nirs", "ko", path))
                .contains("다시 확인")
                .contains("콘솔 확인")
                .contains("정정됨");
        assertThat(post("op.nirs", path + "/cancellation", Map.of("reason", "훈련 종료"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("op.nirs", "ko", path)).contains("훈련 종료").doesNotContain("지금 할 일");
    }

    @Test
    void what_waits_for_a_person_stands_on_one_page() {
        String run = RunFixture.run(incident());
        assertThat(page("op.nirs", "ko", "/my"))
                .contains("hx-get=\"/runs/mine\"")
                .contains("href=\"/runs/mine\"");
        assertThat(page("op.nirs", "ko", "/runs/mine"))
                .contains("id=\"mine\"")
                .contains("/runs/" + run + "#now-confirm");
        assertThat(page("hq.mois", "en", "/runs/mine")).doesNotContain(run);
        As.person("op.nirs").get("/api/v1/runs/steps").then().body("items.run", hasItem(run));
    }

    @Test
    void a_manual_is_read_in_both_languages_and_a_draft_says_so() {
        assertThat(page("op.nirs", "ko", "/manuals"))
                .contains("장애관리")
                .contains("초안")
                .contains("시행 중");
        assertThat(page("aud.mois", "en", "/manuals/sop/failure-management"))
                .contains("Confirm the alarm on the device itself")
                .contains("grade 4: 30 min")
                .contains("In force");
        assertThat(page("op.nirs", "ko", "/manuals/sop/example/versions/1"))
                .contains("3명 중 2명 승인")
                .contains("확정되지 않은 절차서입니다.")
                .contains("1등급 30분 · 2등급 1시간 · 3등급 2시간");
        browser("op.nirs", "ko").get("/manuals/sop/none").then().statusCode(404);
        As.person("op.nirs").get("/api/v1/manuals/sop/example").then().body("version", equalTo("1"));
    }
}
