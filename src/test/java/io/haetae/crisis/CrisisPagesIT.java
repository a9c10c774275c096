package io.haetae.crisis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a crisis, by plain forms as a browser without JavaScript posts them. */
@QuarkusTest
class CrisisPagesIT {

    private static boolean built;

    @Inject
    MovableClock clock;

    private String incident = "";

    @BeforeEach
    void a_ministry() {
        clock.setTo(MovableClock.START);
        if (!built) {
            built = true;
            As.institution("MOIS", "MINISTRY", null, "MOIS");
            As.create("cp.op", "OPERATOR", "MOIS");
            As.create("cp.hq", "HQ", "MOIS");
            As.create("cp.chief", "HQ", "MOIS");
            for (int i = 1; i <= 10; i++) {
                As.admin()
                        .body("""
                                {"code":"CP-%d","name":{"ko":"%d","en":"%d"},"owner":"MOIS","operator":"MOIS","leadAgency":"MOIS",
                                 "audience":"CITIZEN","major":false}
                                """.formatted(i, i, i))
                        .post("/api/v1/systems")
                        .then()
                        .statusCode(201);
            }
        }
        StringBuilder systems = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            systems.append(",{\"code\":\"CP-%d\",\"service\":\"STOPPED\"}".formatted(i));
        }
        incident = As.person("cp.op")
                .body("""
                        {"kind":"FAILURE","title":"화재","recognisedAt":"2026-11-23T10:00:00+09:00","systems":[%s]}
                        """.formatted(systems.substring(1)))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static RequestSpecification form(String person) {
        return reader(person, "ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    private static RequestSpecification reader(String person, String language) {
        return given().auth()
                .preemptive()
                .basic(person, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language);
    }

    private static String page(String path, String language) {
        return reader("cp.hq", language)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String opened() {
        Response made = form("cp.hq")
                .formParam("title", "대전센터 화재")
                .formParam("incidents", incident)
                .post("/crises");
        made.then().statusCode(303).header("Location", containsString("/crisis/CRI-"));
        String location = made.header("Location");
        return location.substring(location.indexOf("/crisis/"));
    }

    @Test
    void a_crisis_is_opened_by_form_and_says_why_a_stage_is_recommended_in_both_languages() {
        String path = opened();

        assertThat(page(path, "ko")).contains("대전센터 화재", "미복구 시스템 10개 — 기준 10개 이상", "h-stage CAUTION", "상황판단회의");
        assertThat(page(path, "en")).contains("10 systems not restored — limit 10", "Record a decision");
        assertThat(page("/crises", "ko")).contains("대전센터 화재");
        assertThat(page("/", "ko")).contains(path);
    }

    @Test
    void a_decision_is_recorded_with_its_meeting_and_a_refused_one_keeps_what_was_typed() {
        String path = opened();
        form("cp.hq")
                .formParam("leadAgency", "MOIS")
                .formParam("stage", "SERIOUS")
                .formParam("reason", "확산이 빠름")
                .post(path + "/stages")
                .then()
                .statusCode(422)
                .body(containsString("확산이 빠름"))
                .body(containsString("f-decidedBy.name-error"));
        form("cp.hq")
                .formParam("leadAgency", "MOIS")
                .formParam("stage", "SERIOUS")
                .formParam("at", "2026-11-23T09:50")
                .formParam("reason", "확산이 빠름")
                .formParam("assessmentMeeting.heldAt", "2026-11-23T09:30")
                .formParam("assessmentMeeting.chair", "디지털정부실장")
                .formParam("assessmentMeeting.attendees", "국장\n과장")
                .formParam("assessmentMeeting.minutes", "전 부처 대응")
                .formParam("decidedBy.name", "홍길동")
                .formParam("decidedBy.position", "장관")
                .post(path + "/stages")
                .then()
                .statusCode(303)
                .header("Location", endsWith(path));

        assertThat(page(path, "ko")).contains("h-stage SERIOUS", "디지털정부실장", "국장, 과장", "전 부처 대응", "장관 홍길동");
        As.person("cp.hq")
                .get("/api/v1" + path.replace("/crisis/", "/crises/") + "/stages")
                .then()
                .body("items[0].at", equalTo("2026-11-23T09:50:00+09:00"));
    }

    @Test
    void a_headquarters_is_set_up_manned_handed_over_and_dissolved_by_forms() {
        String path = opened();
        form("cp.hq")
                .formParam("kind", "CENTRAL_DISASTER_HQ")
                .formParam("institution", "MOIS")
                .formParam("head.name", "김장관")
                .formParam("head.position", "행정안전부장관")
                .post(path + "/headquarters")
                .then()
                .statusCode(303);
        String api = "/api/v1" + path.replace("/crisis/", "/crises/") + "/headquarters";
        String id = As.person("cp.hq").get(api).path("items[0].id");
        form("cp.hq")
                .formParam("team", "상황총괄반")
                .formParam("duty", "반장")
                .formParam("name", "이반장")
                .post(path + "/headquarters/" + id + "/posts")
                .then()
                .statusCode(303);
        String post = As.person("cp.hq").get(api).path("items[0].posts.find{it.name=='이반장'}.id");
        form("cp.hq")
                .formParam("name", "박반장")
                .post(path + "/headquarters/" + id + "/posts/" + post + "/handover")
                .then()
                .statusCode(303);
        assertThat(page(path, "ko")).contains("중앙재난안전대책본부", "김장관", "박반장", "지난 근무자 1명");
        form("cp.hq")
                .formParam("reason", "수습 완료")
                .post(path + "/headquarters/" + id + "/dissolution")
                .then()
                .statusCode(303);
        assertThat(page(path, "ko")).contains("해체된 기구", "수습 완료");
    }

    @Test
    void a_report_is_drafted_written_and_approved_by_forms() {
        String path = opened();
        form("cp.hq").post(path + "/reports").then().statusCode(303);
        form("cp.hq")
                .formParam("version", "1")
                .formParam("situation", "현재 상황")
                .formParam("actions", "조치함")
                .formParam("plans", "계획함")
                .post(path + "/reports/1")
                .then()
                .statusCode(303);
        assertThat(page(path + "/reports/1", "ko"))
                .contains("상황보고 제1보", "최초 보고", "조치함")
                .doesNotContain("/approval");
        form("cp.chief").post(path + "/reports/1/approval").then().statusCode(303);
        assertThat(page(path + "/reports/1", "ko")).contains("cp.chief").doesNotContain("아직 승인되지 않은");
        assertThat(page(path + "/reports/1", "en")).contains("Situation report No. 1");
    }

    @Test
    void the_board_shows_the_figures_as_of_a_time_typed_as_local_time() {
        String path = opened();

        assertThat(page(path + "?asOf=2026-11-23T10:00", "ko")).contains("0 / 10");
        assertThat(page(path + "?asOf=2026-11-23T09:00", "ko")).contains("0 / 0");
        As.person("cp.hq")
                .accept("text/csv")
                .queryParam("asOf", "2026-11-23T10:00:00+09:00")
                .get(path + "/board.csv")
                .then()
                .statusCode(200)
                .body(containsString("ALL,ALL,0,10,0.0"));
    }

    @Test
    void who_only_reads_is_offered_no_form() {
        String path = opened();
        As.create("cp.aud", "AUDITOR", "MOIS");

        reader("cp.aud", "ko").get(path).then().statusCode(200).body(not(containsString("name=\"leadAgency\"")));
    }
}
