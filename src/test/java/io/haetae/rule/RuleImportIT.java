package io.haetae.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.haetae.kernel.DataFolder;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything here works on rule sets of its own names, so that what other tests use stays in force. */
@QuarkusTest
class RuleImportIT {

    private static final Map<String, Object> FACTS =
            Map.of("businessImpact", "LIMITED", "annualUsers", 5, "affectedSystems", 0);

    @Inject
    MovableClock clock;

    @Inject
    ActiveRules active;

    @Inject
    SystemGradeRules grades;

    @BeforeEach
    void at_the_start() {
        clock.setTo(MovableClock.START);
        As.institution("RIMOIS", "MINISTRY", null, "RIMOIS");
        As.institution("RICOURT", "CONSTITUTIONAL", null, "RICOURT");
        As.create("ri.officer", "OFFICER", "RIMOIS");
    }

    private static String text(String name) {
        return String.valueOf(DataFolder.read("grading-rules", Optional.empty()).get("system-grade/mois-2024/1.yaml"))
                .replace("name: mois-2024", "name: " + name);
    }

    private static Response bring(String username, String text, String query) {
        return As.person(username)
                .contentType("application/yaml")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/rule-sets/import" + query);
    }

    private static String path(String name) {
        return "/api/v1/rule-sets/system-grade/" + name + "/versions/1";
    }

    @Test
    void an_administrator_brings_a_version_which_is_not_in_force_yet() {
        bring("admin", text("import-one"), "?dryRun=true")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("system-grade/import-one"));
        As.admin().get(path("import-one")).then().statusCode(404);

        bring("admin", text("import-one"), "")
                .then()
                .statusCode(201)
                .header("Location", containsString(path("import-one")))
                .body("active", equalTo(false))
                .body("effectiveAt.size()", equalTo(0));
        bring("admin", text("import-one"), "").then().statusCode(201);

        As.admin()
                .body(Map.of("facts", FACTS))
                .post(path("import-one") + "/evaluation")
                .then()
                .statusCode(200)
                .body("grade", equalTo(4));
        As.admin()
                .queryParam("subject", "system-grade/import-one@1")
                .get("/api/v1/audit")
                .then()
                .body("items.action", contains("rule.brought"));
    }

    @Test
    void a_text_that_is_wrong_is_refused_with_line_column_and_reason_and_nothing_changes() {
        String before = String.valueOf(active.ofKind("system-grade"));

        bring("admin", text("import-two").replace("    max: 10\n", "    max: ten\n"), "")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule.file-refused"))
                .body("problems[0].line", equalTo(56))
                .body("problems[0].column", equalTo(10))
                .body("problems[0].reason", containsString("number"));
        bring("admin", "kind: [", "").then().statusCode(422).body("problems[0].line", equalTo(1));
        bring("admin", "kind: weather", "")
                .then()
                .statusCode(422)
                .body("problems[0].reason", containsString("no kind of rules called 'weather'"));

        As.admin().get(path("import-two")).then().statusCode(404);
        assertThat(String.valueOf(active.ofKind("system-grade"))).isEqualTo(before);
    }

    @Test
    void a_version_never_changes_its_text() {
        bring("admin", text("import-three"), "").then().statusCode(201);

        bring("admin", text("import-three") + "# another word\n", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("rule.version-taken"));
    }

    @Test
    void only_administrators_bring_rules() {
        bring("ri.officer", text("import-four"), "").then().statusCode(403);
    }

    @Test
    void one_version_is_in_force_per_kind_and_authority() {
        bring("admin", text("import-five"), "").then().statusCode(201);
        RuleRef common = active.ofKind("system-grade").orElseThrow();

        As.admin()
                .body(Map.of("reason", "법원행정처 결정", "authority", "RICOURT"))
                .put(path("import-five") + "/activation")
                .then()
                .statusCode(200)
                .body("authorities", contains("RICOURT"));

        assertThat(active.ofKind("system-grade")).contains(common);
        assertThat(grades.inForce("RIMOIS")).contains(common);
        assertThat(grades.inForce("RICOURT")).contains(new RuleRef("system-grade", "import-five", "1"));
        assertThat(grades.resolve("system-grade/import-five", "RICOURT").version())
                .isEqualTo("1");
        As.admin()
                .get("/api/v1/rule-sets")
                .then()
                .body("items.find { it.name == 'import-five' }.authorities", contains("RICOURT"))
                .body("items.find { it.name == 'import-five' }.inForce", equalTo(false));

        As.admin()
                .body(Map.of("reason", "공통 기준으로", "authority", "RICOURT"))
                .put("/api/v1/rule-sets/" + common.ruleSet() + "/versions/" + common.version() + "/activation")
                .then()
                .statusCode(200)
                .body("authorities", hasItem("RICOURT"));
        assertThat(grades.inForce("RICOURT")).contains(common);
        As.admin()
                .body(Map.of("reason", "x", "authority", "NOBODY"))
                .put(path("import-five") + "/activation")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/authority"));
    }

    @Test
    void a_version_for_an_authority_comes_into_force_at_its_time() {
        bring("admin", text("import-six"), "").then().statusCode(201);

        As.admin()
                .body(Map.of("reason", "x", "authority", "RICOURT", "effectiveFrom", "2026-11-23T11:00:00+09:00"))
                .put(path("import-six") + "/activation")
                .then()
                .statusCode(200)
                .body("authorities", not(hasItem("RICOURT")));
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));

        As.admin().get(path("import-six")).then().body("authorities", hasItem("RICOURT"));
    }

    private static RequestSpecification browser(String username) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", "ko")
                .redirects()
                .follow(false);
    }

    private static Response typed(String text, String dryRun) {
        return browser("admin")
                .multiPart("content", text, "text/plain; charset=UTF-8")
                .multiPart("dryRun", dryRun)
                .post("/rules/import");
    }

    @Test
    void rules_are_brought_looked_at_and_put_in_force_by_page() {
        Response wrong = typed(text("import-seven").replace("    max: 10\n", "    max: ten\n"), "true");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("잘못된 곳 1군데").contains(">56<").contains("max: ten");
        assertThat(typed(text("import-seven"), "true").asString())
                .contains("system-grade/import-seven 1판으로 등록할 수 있습니다.");

        Response brought = typed(text("import-seven"), "");
        assertThat(brought.statusCode()).isEqualTo(303);
        String page = "/rules/system-grade/import-seven/versions/1";
        assertThat(brought.header("Location")).endsWith(page);
        assertThat(browser("admin").get(page).asString())
                .contains("정보시스템 등급 산정기준(2024)")
                .contains("businessImpact")
                .contains(page + "/activation");
        Response refused = browser("admin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("reason", ""))
                .post(page + "/activation");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("id=\"f-reason-error\"");
        Response done = browser("admin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("reason", "시범", "authority", "RICOURT"))
                .post(page + "/activation");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browser("ri.officer").get("/rules").asString())
                .contains("import-seven")
                .contains("RICOURT 시행 중")
                .doesNotContain("/rules/import");
        assertThat(browser("ri.officer").get(page).asString()).doesNotContain("/activation");
        for (String path : List.of("/rules", page, "/rules/import")) {
            assertThat(browser("admin")
                            .header("Accept-Language", "en")
                            .get(path)
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
