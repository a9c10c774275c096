package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that show the facts of an assessment. */
@QuarkusTest
class EvidenceFileIT {

    private static final String COMPLETE = "{\"outcome\":\"COMPLETION_REQUESTED\",\"reason\":\"통계를 보완하십시오.\"}";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        Grading.people();
    }

    private static String files(String id) {
        return "/api/v1/assessments/" + id + "/files";
    }

    private static String put(String id, String name, String criterion) {
        return As.person("gr.officer")
                .body("{\"name\":\"%s\",\"content\":\"7ZWY64KY\",\"note\":\"이용 통계\",\"criterion\":%s}"
                        .formatted(name, criterion))
                .post(files(id))
                .then()
                .statusCode(201)
                .header("Location", containsString(files(id)))
                .extract()
                .path("id");
    }

    @Test
    void evidence_is_put_to_a_criterion_listed_read_and_withdrawn_with_a_reason() {
        Grading.system("GR-FILES", "GRHERITAGE");
        String id = Grading.draft("GR-FILES", Grading.GRADE_1);
        String file = put(id, "통계 1.txt", "\"annualUsers\"");
        put(id, "계획.txt", "null");
        As.person("gr.officer")
                .get(files(id))
                .then()
                .body("items.name", contains("통계 1.txt", "계획.txt"))
                .body("items[0].criterion", equalTo("annualUsers"))
                .body("items[0].size", equalTo(6))
                .body("items[1].criterion", nullValue())
                .body("items[1].withdrawal", nullValue());
        As.person("gr.officer")
                .accept("*/*")
                .get(files(id) + "/" + file)
                .then()
                .statusCode(200)
                .body(equalTo("하나"));
        As.person("gr.officer")
                .body("{\"reason\":\"작년 통계\"}")
                .put(files(id) + "/" + file + "/withdrawal")
                .then()
                .statusCode(200)
                .body("items[0].withdrawal.reason", equalTo("작년 통계"))
                .body("items[0].href", nullValue());
        As.person("gr.officer").accept("*/*").get(files(id) + "/" + file).then().statusCode(404);
        As.person("gr.officer")
                .body("{\"reason\":\"다시\"}")
                .put(files(id) + "/" + file + "/withdrawal")
                .then()
                .statusCode(409)
                .body("code", equalTo("grading.file-withdrawn"));
        As.admin()
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body("items.action", hasItems("grading.file-added", "grading.file-withdrawn"));
        assertThatThrownBy(() -> sql.update("delete from grading_file")).hasMessageContaining("42501");
    }

    @Test
    void a_file_is_refused_by_its_kind_its_criterion_and_its_name() {
        Grading.system("GR-FKIND", "GRHERITAGE");
        String id = Grading.draft("GR-FKIND", Grading.GRADE_1);
        As.person("gr.officer")
                .body("{\"name\":\"a.exe\",\"content\":\"eA==\"}")
                .post(files(id))
                .then()
                .statusCode(422)
                .body("code", equalTo("grading.file-refused"));
        As.person("gr.officer")
                .body("{\"name\":\"a.txt\",\"content\":\"eA==\",\"criterion\":\"weather\"}")
                .post(files(id))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/criterion"));
        As.person("gr.officer").body("{\"name\":\" \"}").post(files(id)).then().statusCode(400);
        As.person("gr.officer").get(files(id)).then().body("items", empty());
    }

    @Test
    void others_see_what_was_handed_in_and_only_the_owner_what_changes_meanwhile() {
        Grading.system("GR-FSCOPE", "GRHERITAGE");
        String id = Grading.draft("GR-FSCOPE", Grading.GRADE_1);
        String first = put(id, "처음.txt", "null");
        As.person("gr.authority").get(files(id)).then().statusCode(404);
        clock.advance(Duration.ofHours(1));
        Grading.submit("gr.officer", id).statusCode(200);
        As.person("gr.officer")
                .body("{\"name\":\"a.txt\",\"content\":\"eA==\"}")
                .post(files(id))
                .then()
                .statusCode(409);
        As.person("gr.authority")
                .body("{\"name\":\"a.txt\",\"content\":\"eA==\"}")
                .post(files(id))
                .then()
                .statusCode(403);
        Grading.decide("gr.authority", id, COMPLETE).statusCode(200);

        clock.advance(Duration.ofHours(1));
        put(id, "보완.txt", "null");
        As.person("gr.officer")
                .body("{\"reason\":\"새 통계로 바꿈\"}")
                .put(files(id) + "/" + first + "/withdrawal")
                .then()
                .statusCode(200)
                .body("items[0].href", equalTo(files(id) + "/" + first));
        As.person("gr.authority")
                .get(files(id))
                .then()
                .body("items.name", contains("처음.txt"))
                .body("items[0].withdrawal", nullValue());

        clock.advance(Duration.ofHours(1));
        Grading.submit("gr.officer", id).statusCode(200);
        As.person("gr.authority")
                .get(files(id))
                .then()
                .body("items.name", contains("처음.txt", "보완.txt"))
                .body("items[0].withdrawal.reason", equalTo("새 통계로 바꿈"));
        As.person("gr.authority")
                .accept("*/*")
                .get(files(id) + "/" + first)
                .then()
                .statusCode(200)
                .body(equalTo("하나"));
        As.person("gr.court").get(files(id)).then().statusCode(404);
    }

    private static RequestSpecification browser(String language) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic("gr.officer", As.PASSWORD)
                .redirects()
                .follow(false)
                .accept("text/html")
                .header("Accept-Language", language);
    }

    @Test
    void the_page_keeps_what_was_typed_beside_a_refused_file() {
        Grading.system("GR-FPAGE", "GRHERITAGE");
        String id = Grading.draft("GR-FPAGE", Grading.GRADE_1);
        String page = "/assessments/" + id;
        String refused = browser("ko")
                .multiPart("file", "a.exe", "x".getBytes(), "text/plain")
                .multiPart("note", "kept-note")
                .multiPart("criterion", "annualUsers")
                .post(page + "/files")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(refused)
                .contains("받지 않는 종류입니다")
                .contains("value=\"kept-note\"")
                .contains("value=\"annualUsers\" selected");
        browser("ko")
                .multiPart("file", "통계.txt", "x".getBytes(), "text/plain")
                .multiPart("criterion", "annualUsers")
                .post(page + "/files")
                .then()
                .statusCode(303);
        String file = As.person("gr.officer").get(files(id)).path("items[0].id");
        String bare = browser("en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "")
                .post(page + "/files/" + file + "/withdrawal")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(bare).contains("Why it is withdrawn").contains("aria-invalid=\"true\"");
        browser("ko")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "다른 시스템의 자료")
                .post(page + "/files/" + file + "/withdrawal")
                .then()
                .statusCode(303);
        assertThat(browser("ko").get(page).asString()).contains("철회됨").contains("다른 시스템의 자료");
    }
}
