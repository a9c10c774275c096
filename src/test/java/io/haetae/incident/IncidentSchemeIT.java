package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One incident beside every scheme for failure grades. */
@QuarkusTest
class IncidentSchemeIT {

    @Inject
    MovableClock clock;

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        World.build();
    }

    private static String logged() {
        return As.person("op.nirs")
                .body("""
                        {"kind":"FAILURE","title":"복지로 접속 불가","systems":[{"code":"GPKI","service":"STOPPED",
                         "people":{"count":12000,"basis":"ESTIMATED"},"substitute":"AVAILABLE"}]}""")
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    @Test
    void each_scheme_says_its_own_grade_and_only_one_holds() {
        String number = logged();
        String path = "/api/v1/incidents/" + number + "/schemes";

        As.person("op.nirs")
                .get(path)
                .then()
                .statusCode(200)
                .body("items[0].ruleSet", equalTo("failure-grade/product-default"))
                .body("items.inForce.count(true)", equalTo(1))
                .body("items.ruleSet", hasItems("failure-grade/taiwan-2021", "failure-grade/efinance-kr-2025"))
                .body("items.find { it.ruleSet == 'failure-grade/efinance-kr-2025' }.grade", equalTo(4));

        clock.advance(Duration.ofMinutes(10));
        As.person("op.nirs")
                .get(path)
                .then()
                .body("items.find { it.ruleSet == 'failure-grade/efinance-kr-2025' }.grade", equalTo(1))
                .body(
                        "items.find { it.ruleSet == 'failure-grade/efinance-kr-2025' }.level.en",
                        equalTo("To be reported"))
                .body("items.findAll { it.inForce }.ruleSet", containsInAnyOrder("failure-grade/product-default"));
        As.person("op.na").get(path).then().statusCode(404);
    }

    @Test
    void a_central_authority_may_hold_to_a_scheme_of_its_own() {
        As.institution("ISCOURT", "CONSTITUTIONAL", null, "ISCOURT");
        As.create("op.iscourt", "OPERATOR", "ISCOURT");
        As.admin()
                .body(
                        "{\"code\":\"IS-COURT\",\"name\":{\"ko\":\"전자소송\",\"en\":\"E-court\"},\"owner\":\"ISCOURT\",\"major\":true,"
                                + "\"recovery\":{\"rtoMinutes\":60,\"rpoMinutes\":0}}")
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        As.admin()
                .body("{\"reason\":\"결정\",\"authority\":\"ISCOURT\"}")
                .put("/api/v1/rule-sets/failure-grade/taiwan-2021/versions/1/activation")
                .then()
                .statusCode(200);
        String number = As.person("op.iscourt")
                .body(
                        "{\"kind\":\"FAILURE\",\"title\":\"중단\",\"systems\":[{\"code\":\"IS-COURT\",\"service\":\"STOPPED\"}]}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .body("failureGrade.ruleSet", equalTo("failure-grade/taiwan-2021"))
                .body("failureGrade.grade", equalTo(3))
                .body("failureGrade.nextGrade.worse.inMinutes", equalTo(61))
                .extract()
                .path("number");
        As.person("op.iscourt")
                .get("/api/v1/incidents/" + number + "/schemes")
                .then()
                .body("items[0].ruleSet", equalTo("failure-grade/taiwan-2021"))
                .body("items[0].inForce", equalTo(true))
                .body("items[0].level.en", equalTo("Level 2"));
        As.admin()
                .body("{\"reason\":\"결정\",\"authority\":\"ISCOURT\"}")
                .put("/api/v1/rule-sets/reporting-clock/product-default/versions/1/activation")
                .then()
                .statusCode(422);
    }

    @Test
    void the_page_says_which_one_holds() {
        String page = RestAssured.given()
                .auth()
                .preemptive()
                .basic("op.nirs", As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", "ko")
                .get("/incidents/" + logged() + "/schemes")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("시행 중").contains("비교용").contains("대만 자통안전사건 4단계");
        assertThat(page.indexOf("failure-grade/product-default")).isLessThan(page.indexOf("taiwan-2021"));
    }

    @Test
    void what_has_recovered_has_nothing_to_compare() {
        String number = logged();
        As.person("op.nirs")
                .body("{\"recoveredAt\":\"" + clock.instant() + "\",\"level\":\"FULL\",\"verifiedBy\":\"김\"}")
                .put("/api/v1/incidents/" + number + "/systems/GPKI/recovery")
                .then()
                .statusCode(200);

        As.person("op.nirs")
                .get("/api/v1/incidents/" + number + "/schemes")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }
}
