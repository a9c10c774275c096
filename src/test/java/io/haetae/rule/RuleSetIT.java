package io.haetae.rule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RuleSetIT {

    private static final String SYSTEM = "/api/v1/rule-sets/system-grade/mois-2024/versions/1";
    private static final String FAILURE = "/api/v1/rule-sets/failure-grade/product-default/versions/1";
    private static final String CLOCK = "/api/v1/rule-sets/reporting-clock/product-default/versions/1";

    @BeforeEach
    void an_operator() {
        As.institution("RUMOIS", "MINISTRY", null, "RUMOIS");
        As.create("ru.operator", "OPERATOR", "RUMOIS");
    }

    @Test
    void the_shipped_rule_sets_are_in_force_after_the_first_start() {
        As.person("ru.operator")
                .get("/api/v1/rule-sets")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.inForce }.kind",
                        hasItems("failure-grade", "reporting-clock", "system-grade"));
    }

    @Test
    void a_version_shows_its_text_and_hash() {
        As.person("ru.operator")
                .get(SYSTEM)
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("system-grade/mois-2024"))
                .body("version", equalTo("1"))
                .body("sha256.length()", equalTo(64))
                .body("title.en", containsString("product default, not MOIS"))
                .body("active", equalTo(true))
                .body("content", containsString("businessImpact"));
        As.person("ru.operator")
                .get("/api/v1/rule-sets/system-grade/mois-2024/versions/99")
                .then()
                .statusCode(404);
    }

    @Test
    void facts_of_a_system_are_evaluated_and_nothing_is_stored() {
        As.person("ru.operator")
                .body(Map.of(
                        "facts",
                        Map.of("businessImpact", "ACTUAL_LOSS", "annualUsers", 30_000_000, "affectedSystems", 250)))
                .post(SYSTEM + "/evaluation")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("system-grade/mois-2024"))
                .body("grade", equalTo(1))
                .body("score", equalTo(100.0f))
                .body("criteria.criterion", contains("businessImpact", "annualUsers", "affectedSystems"))
                .body("criteria[0].fact", equalTo("ACTUAL_LOSS"))
                .body("criteria[0].points", equalTo(40))
                .body("criteria[0].max", equalTo(40))
                .body("criteria[0].why.ko", containsString("40점 중 40점"))
                .body("cutOff.grade", equalTo(1))
                .body("cutOff.atLeast", equalTo(90))
                .body("nextGrade.higher", nullValue())
                .body("nextGrade.lower.grade", equalTo(2));
    }

    @Test
    void each_wrong_fact_is_refused_with_what_is_allowed() {
        As.person("ru.operator")
                .body(Map.of("facts", Map.of("businessImpact", "HUGE", "annualUsers", "many")))
                .post(SYSTEM + "/evaluation")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/facts/businessImpact", "/facts/annualUsers", "/facts/affectedSystems"))
                .body("errors[0].toString()", containsString("ACTUAL_LOSS"));
        As.person("ru.operator").body("{}").post(SYSTEM + "/evaluation").then().statusCode(400);
        As.nobody()
                .body(Map.of("facts", Map.of()))
                .post(SYSTEM + "/evaluation")
                .then()
                .statusCode(401);
    }

    @Test
    void facts_of_a_failure_are_evaluated_with_reasons() {
        Map<String, Object> group =
                Map.of("systemGrade", 1, "service", "STOPPED", "stoppedMinutes", 60, "names", List.of("GOV24"));
        As.person("ru.operator")
                .body(Map.of("facts", Map.of("groups", List.of(group))))
                .post(FAILURE + "/evaluation")
                .then()
                .statusCode(200)
                .body("grade", equalTo(1))
                .body("reasons", hasSize(1))
                .body("reasons[0].criterion", equalTo("gradeOneService"))
                .body("reasons[0].why.ko", containsString("GOV24"))
                .body("nextGrade.milder.criteria", contains("gradeOneService"));
    }

    @Test
    void a_schedule_answers_for_a_grade() {
        As.person("ru.operator")
                .body(Map.of("facts", Map.of("failureGrade", 1)))
                .post(CLOCK + "/evaluation")
                .then()
                .statusCode(200)
                .body("callOut.acknowledgeWithin", equalTo(5))
                .body("callOut.levels[0].tell.function", contains("DUTY", "SYSTEM_MANAGER"))
                .body("clocks.find { it.kind == 'NOTIFY_SITUATION_ROOM' }.amount", equalTo(10))
                .body("clocks.find { it.kind == 'NOTIFY_SITUATION_ROOM' }.when", equalTo("MAJOR"));
        As.person("ru.operator")
                .body(Map.of("facts", Map.of("failureGrade", 5)))
                .post(CLOCK + "/evaluation")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/facts/failureGrade"));
    }

    @Test
    void only_administrators_put_a_version_in_force() {
        Map<String, Object> body = Map.of("reason", "as decided");
        As.person("ru.operator").body(body).put(SYSTEM + "/activation").then().statusCode(403);
        As.admin().body(Map.of()).put(SYSTEM + "/activation").then().statusCode(400);
        As.admin()
                .body(Map.of("reason", "late", "effectiveFrom", "2020-01-01T00:00:00+09:00"))
                .put(SYSTEM + "/activation")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/effectiveFrom"));
        As.admin().body(body).put(SYSTEM + "/activation").then().statusCode(200).body("active", equalTo(true));
        As.admin()
                .body(body)
                .put("/api/v1/rule-sets/system-grade/mois-2024/versions/99/activation")
                .then()
                .statusCode(404);
    }
}
