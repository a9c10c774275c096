package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A central authority of its own, so that its rules with a dependency floor hold for nobody else. */
@QuarkusTest
class DependencyFloorIT {

    private static final String FEW_USERS =
            "{\"businessImpact\":\"INTERNAL_DISRUPTION\",\"annualUsers\":100000,\"affectedSystems\":0}";

    @Inject
    MovableClock clock;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        As.institution("GFMOIS", "CONSTITUTIONAL", null, "GFMOIS");
        As.create("gf.officer", "OFFICER", "GFMOIS");
        As.create("gf.authority", "AUTHORITY", "GFMOIS");
        As.admin()
                .body(Map.of("reason", "의존 하한", "authority", "GFMOIS"))
                .put("/api/v1/rule-sets/system-grade/mois-2024/versions/2/activation")
                .then()
                .statusCode(200);
    }

    private static void system(String code) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s 시스템\",\"en\":\"System %s\"},\"owner\":\"GFMOIS\"}"
                        .formatted(code, code, code))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private static void leansOn(String code, String on, String type) {
        As.admin()
                .body("[{\"on\":\"%s\",\"type\":\"%s\"}]".formatted(on, type))
                .put("/api/v1/systems/" + code + "/dependencies")
                .then()
                .statusCode(200);
    }

    private static Response begin(String code, String facts) {
        return As.person("gf.officer")
                .body("{\"ruleSet\":\"system-grade/mois-2024\",\"facts\":" + facts + "}")
                .post("/api/v1/systems/" + code + "/assessments");
    }

    private static void gradeOne(String code) {
        String id =
                begin(code, Grading.GRADE_1).then().statusCode(201).extract().path("id");
        As.person("gf.officer")
                .body("{}")
                .put("/api/v1/assessments/" + id + "/submission")
                .then()
                .statusCode(200);
        As.person("gf.authority")
                .body(Grading.CONFIRMED)
                .put("/api/v1/assessments/" + id + "/decision")
                .then()
                .statusCode(200)
                .body("grade", equalTo(1));
    }

    /** 2023: the authentication that took the network down was graded 3. */
    @Test
    void the_authentication_is_graded_no_worse_than_what_logs_in_through_it_and_the_chain_is_shown() {
        system("GF-GPKI");
        system("GF-GATE");
        system("GF-SAEOL");
        leansOn("GF-GATE", "GF-GPKI", "AUTHENTICATION");
        leansOn("GF-SAEOL", "GF-GATE", "NETWORK");
        begin("GF-GPKI", FEW_USERS)
                .then()
                .statusCode(201)
                .body("ruleSetVersion", equalTo("2"))
                .body("result.grade", equalTo(4))
                .body("result.withoutFloors", nullValue());
        gradeOne("GF-SAEOL");
        String id = As.person("gf.officer")
                .get("/api/v1/systems/GF-GPKI/assessments")
                .then()
                .extract()
                .path("items[0].id");

        As.person("gf.officer")
                .body("{}")
                .put("/api/v1/assessments/" + id + "/submission")
                .then()
                .statusCode(200)
                .body("result.grade", equalTo(1))
                .body("result.withoutFloors", equalTo(4))
                .body("result.floors[0].chain.code", contains("GF-GATE", "GF-SAEOL"))
                .body("result.floors[0].chain.type", contains("AUTHENTICATION", "NETWORK"))
                .body(
                        "result.floors[0].why.ko",
                        containsString("GF-SAEOL 시스템(GF-SAEOL) → GF-GATE 시스템(GF-GATE) → 이 시스템"));
        String page = RestAssured.given()
                .auth()
                .preemptive()
                .basic("gf.authority", As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", "ko")
                .get("/assessments/" + id)
                .asString();
        assertThat(page).contains("하한 기준에 따라 4등급에서 1등급으로 올렸습니다.").contains("href=\"/systems/GF-SAEOL\"");
    }

    @Test
    void what_only_reads_its_data_is_no_floor() {
        system("GF-DATA");
        system("GF-READER");
        leansOn("GF-READER", "GF-DATA", "DATA");
        gradeOne("GF-READER");

        begin("GF-DATA", FEW_USERS).then().statusCode(201).body("result.grade", equalTo(4));
    }

    @Test
    void a_decision_table_grades_without_points_and_says_the_recovery_target() {
        As.admin()
                .body(Map.of("facts", Map.of("major", true, "audience", "SHARED", "recoveryMinutes", 720)))
                .post("/api/v1/rule-sets/system-grade/dr-2026/versions/1/evaluation")
                .then()
                .statusCode(200)
                .body("grade", equalTo(2))
                .body("score", nullValue())
                .body("level.name.en", equalTo("A2 essential to the public"))
                .body("level.recovery.kind", equalTo("ACTIVE_STANDBY"))
                .body("criteria.criterion", contains("recoveryMinutes", "register"));
    }
}
