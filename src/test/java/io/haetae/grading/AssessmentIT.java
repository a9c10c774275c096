package io.haetae.grading;

import static io.haetae.grading.Grading.CONFIRMED;
import static io.haetae.grading.Grading.DECIDED_BY;
import static io.haetae.grading.Grading.GRADE_1;
import static io.haetae.grading.Grading.RULE_SET;
import static io.haetae.grading.Grading.appeal;
import static io.haetae.grading.Grading.begin;
import static io.haetae.grading.Grading.confirmed;
import static io.haetae.grading.Grading.decide;
import static io.haetae.grading.Grading.draft;
import static io.haetae.grading.Grading.facts;
import static io.haetae.grading.Grading.look;
import static io.haetae.grading.Grading.submit;
import static io.haetae.grading.Grading.submitted;
import static io.haetae.grading.Grading.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessmentIT {

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        Grading.people();
    }

    @Test
    void a_system_comes_to_grade_1_from_draft_to_notification() {
        system("GR-HAPPY", "GRHERITAGE");
        String id = begin("gr.officer", "GR-HAPPY", GRADE_1)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/assessments/"))
                .header("ETag", "\"1\"")
                .body("state", equalTo("DRAFT"))
                .body("system", equalTo("GR-HAPPY"))
                .body("centralAuthority", equalTo("GRMOIS"))
                .body("result.grade", equalTo(1))
                .body("result.score", equalTo(100.0f))
                .body("result.criteria.criterion", contains("businessImpact", "annualUsers", "affectedSystems"))
                .body("result.criteria[0].fact", equalTo("ACTUAL_LOSS"))
                .body("result.criteria[0].points", equalTo(40))
                .body("result.criteria[0].max", equalTo(40))
                .body("result.criteria[0].why.ko", containsString("업무영향도"))
                .body("result.criteria[0].why.en", containsString("Business impact"))
                .body("result.cutOff.grade", equalTo(1))
                .body("result.cutOff.atLeast", equalTo(90))
                .body("result.nextGrade.higher", nullValue())
                .body("result.nextGrade.lower.grade", equalTo(2))
                .body("counted", empty())
                .body("allowed", contains("facts", "submission"))
                .extract()
                .path("id");
        clock.advance(Duration.ofHours(1));
        submit("gr.officer", id)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("SUBMITTED"))
                .body("submissions[0].ruleSet", equalTo(RULE_SET))
                .body("submissions[0].ruleSetVersion", equalTo("1"))
                .body("submissions[0].ruleSetSha256", matchesPattern("[0-9a-f]{64}"))
                .body("submissions[0].by", equalTo("gr.officer"))
                .body("submissions[0].at", equalTo("2026-11-23T11:00:00+09:00"))
                .body("allowed", empty());
        look("gr.authority", id).statusCode(200).body("allowed", contains("decision"));
        clock.advance(Duration.ofDays(1));
        decide("gr.authority", id, CONFIRMED)
                .statusCode(200)
                .body("state", equalTo("NOTIFIED"))
                .body("grade", equalTo(1))
                .body("notifiedAt", equalTo("2026-11-24T11:00:00+09:00"))
                .body("decisions[0].outcome", equalTo("CONFIRMED"))
                .body("decisions[0].grade", equalTo(1))
                .body("decisions[0].decidedBy.name", equalTo("김국장"))
                .body("decisions[0].decidedBy.position", equalTo("디지털정부국장"))
                .body("decisions[0].recordedBy", equalTo("gr.authority"))
                .body("decisions[0].documentNumber", equalTo("디지털-2026-11"));
        As.person("gr.officer")
                .get("/api/v1/systems/GR-HAPPY")
                .then()
                .body("systemGrade", equalTo(1))
                .body("systemGradeSince", equalTo("2026-11-24T11:00:00+09:00"));
        As.person("gr.officer")
                .get("/api/v1/systems/GR-HAPPY/assessments")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].grade", equalTo(1));
    }

    @Test
    void every_step_stands_in_the_journal_under_the_name_of_its_rule() {
        system("GR-JOURNAL", "GRHERITAGE");
        String id = confirmed("GR-JOURNAL", GRADE_1);
        As.person("gr.auditor")
                .get("/api/v1/audit?subject=" + id)
                .then()
                .statusCode(200)
                .body("items.action", contains("grading.confirmed", "grading.submitted", "grading.drafted"))
                .body("items[0].data.decidedBy.name", equalTo("김국장"))
                .body("items[0].data.computedGrade", equalTo(1))
                .body("items[1].data.ruleSetVersion", equalTo("1"))
                .body("items[1].data.facts.annualUsers", equalTo(30000000));
        As.person("gr.auditor")
                .get("/api/v1/audit?subject=GR-JOURNAL&action=register.system-grade-set")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void the_owner_is_told_of_the_grade_and_the_authority_of_the_submission() {
        system("GR-TOLD", "GRHERITAGE");
        confirmed("GR-TOLD", GRADE_1);
        As.person("gr.authority")
                .get("/api/v1/inbox?limit=200")
                .then()
                .body("items.findAll { it.title.ko.contains('GR-TOLD') }.title.ko", contains("등급 검토 요청: GR-TOLD 시스템"));
        As.person("gr.officer")
                .get("/api/v1/inbox?limit=200")
                .then()
                .body(
                        "items.findAll { it.title.ko.contains('GR-TOLD') }.title.ko",
                        contains("등급 확정 통보: GR-TOLD 시스템 1등급"))
                .body(
                        "items.findAll { it.title.ko.contains('GR-TOLD') }.title.en",
                        contains("Grade confirmed: System GR-TOLD, grade 1"));
    }

    @Test
    void a_fact_of_spread_that_is_left_out_is_counted_from_the_dependencies_and_counted_again_on_submission() {
        system("GR-SHARED", "GRHERITAGE");
        String facts = "{\"businessImpact\":\"ACTUAL_LOSS\",\"annualUsers\":5000000}";
        String id = begin("gr.officer", "GR-SHARED", facts)
                .then()
                .statusCode(201)
                .body("facts.affectedSystems", equalTo(0))
                .body("counted", contains("affectedSystems"))
                .body("result.grade", equalTo(2))
                .extract()
                .path("id");
        for (int i = 1; i <= 5; i++) {
            String before = i == 1 ? "GR-SHARED" : "GR-USER" + (i - 1);
            system("GR-USER" + i, "GRMOLIT");
            As.admin()
                    .body("[{\"on\":\"" + before + "\",\"type\":\"AUTHENTICATION\"}]")
                    .put("/api/v1/systems/GR-USER" + i + "/dependencies")
                    .then()
                    .statusCode(200);
        }
        submit("gr.officer", id)
                .statusCode(200)
                .body("facts.affectedSystems", equalTo(5))
                .body("counted", contains("affectedSystems"))
                .body("result.score", equalTo(90.0f))
                .body("result.grade", equalTo(1));
    }

    @Test
    void facts_at_the_edge_of_a_row_fall_to_the_right_side() {
        system("GR-EDGE", "GRHERITAGE");
        String id = draft("GR-EDGE", GRADE_1);
        int version = 1;
        for (Edge edge : List.of(
                new Edge("ACTUAL_LOSS", 10_000_000, 0, 1, 90.0f),
                new Edge("ACTUAL_LOSS", 9_999_999, 0, 2, 86.0f),
                new Edge("ACTUAL_LOSS", 5_000_000, 4, 2, 88.0f),
                new Edge("ACTUAL_LOSS", 5_000_000, 5, 1, 90.0f),
                new Edge("ACTUAL_LOSS", 1_000_000, 20, 1, 90.0f),
                new Edge("ACTUAL_LOSS", 999_999, 20, 2, 86.0f),
                new Edge("SERVICE_DISRUPTION", 9_999_999, 0, 3, 80.0f),
                new Edge("SERVICE_DISRUPTION", 4_999_999, 0, 4, 76.0f),
                new Edge("LIMITED", 0, 0, 4, 26.0f))) {
            String facts = "{\"businessImpact\":\"%s\",\"annualUsers\":%d,\"affectedSystems\":%d}"
                    .formatted(edge.impact, edge.users, edge.affected);
            facts("gr.officer", id, "\"" + version + "\"", facts)
                    .statusCode(200)
                    .header("ETag", "\"" + ++version + "\"")
                    .body("result.grade", equalTo(edge.grade))
                    .body("result.score", equalTo(edge.score));
        }
    }

    record Edge(String impact, long users, int affected, int grade, float score) {}

    @Test
    void facts_that_cannot_be_read_are_refused_by_their_pointer_and_nothing_is_stored() {
        system("GR-WRONG", "GRHERITAGE");
        begin("gr.officer", "GR-WRONG", "{\"businessImpact\":\"HUGE\",\"annualUsers\":-1,\"colour\":\"red\"}")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer.sort()",
                        contains("/facts/annualUsers", "/facts/businessImpact", "/facts/colour"));
        begin("gr.officer", "GR-WRONG", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer.sort()", contains("/facts/annualUsers", "/facts/businessImpact"));
        As.person("gr.officer")
                .body("{\"ruleSet\":\"" + RULE_SET + "\"}")
                .post("/api/v1/systems/GR-WRONG/assessments")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/facts"));
        for (String ruleSet : List.of("system-grade/nobody", "nonsense")) {
            As.person("gr.officer")
                    .body("{\"ruleSet\":\"" + ruleSet + "\",\"facts\":" + GRADE_1 + "}")
                    .post("/api/v1/systems/GR-WRONG/assessments")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/ruleSet"));
        }
        As.person("gr.officer")
                .body("{\"ruleSet\":\"failure-grade/product-default\",\"facts\":" + GRADE_1 + "}")
                .post("/api/v1/systems/GR-WRONG/assessments")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule.wrong-kind"));
        As.person("gr.officer")
                .body("{\"ruleSet\":\"" + RULE_SET + "\",\"facts\":" + GRADE_1 + ",\"evidence\":{\"colour\":\"red\"}}")
                .post("/api/v1/systems/GR-WRONG/assessments")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidence/colour"));
        As.person("gr.officer")
                .get("/api/v1/systems/GR-WRONG/assessments")
                .then()
                .body("items", empty());
    }

    @Test
    void evidence_is_kept_beside_the_facts_and_frozen_with_the_submission() {
        system("GR-EVIDENCE", "GRHERITAGE");
        String id = As.person("gr.officer")
                .body("{\"ruleSet\":\"" + RULE_SET + "\",\"facts\":" + GRADE_1
                        + ",\"evidence\":{\"annualUsers\":\"2025년 접속 통계\"}}")
                .post("/api/v1/systems/GR-EVIDENCE/assessments")
                .then()
                .statusCode(201)
                .body("evidence.annualUsers", equalTo("2025년 접속 통계"))
                .extract()
                .path("id");
        submit("gr.officer", id).body("submissions[0].evidence.annualUsers", equalTo("2025년 접속 통계"));
    }

    @Test
    void an_edit_of_facts_names_its_version_and_a_stale_one_is_refused() {
        system("GR-STALE", "GRHERITAGE");
        String id = draft("GR-STALE", GRADE_1);
        As.person("gr.officer")
                .body("{\"facts\":" + GRADE_1 + "}")
                .put("/api/v1/assessments/" + id + "/facts")
                .then()
                .statusCode(428);
        facts("gr.officer", id, "\"1\"", GRADE_1.replace("30000000", "20000000"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        facts("gr.officer", id, "\"1\"", GRADE_1).statusCode(412);
        As.person("gr.officer")
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/api/v1/assessments/" + id + "/submission")
                .then()
                .statusCode(412);
        look("gr.officer", id)
                .header("ETag", "\"2\"")
                .body("state", equalTo("DRAFT"))
                .body("facts.annualUsers", equalTo(20000000));
    }

    @Test
    void a_system_has_one_open_assessment_even_when_two_officers_begin_at_once() {
        system("GR-ONE", "GRHERITAGE");
        List<Integer> answers = List.of("gr.officer", "gr.ministry", "gr.officer", "gr.ministry").stream()
                .map(who -> CompletableFuture.supplyAsync(
                        () -> begin(who, "GR-ONE", GRADE_1).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409);
        String open = As.person("gr.officer")
                .get("/api/v1/systems/GR-ONE/assessments")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        begin("gr.officer", "GR-ONE", GRADE_1)
                .then()
                .statusCode(409)
                .body("code", equalTo("grading.already-open"))
                .body("assessment", equalTo(open));
        submit("gr.officer", open).statusCode(200);
        decide("gr.authority", open, CONFIRMED).statusCode(200);
        begin("gr.officer", "GR-ONE", GRADE_1).then().statusCode(201);
    }

    @Test
    void what_is_asked_to_be_completed_goes_back_to_the_owner_who_alone_sees_what_changes_meanwhile() {
        system("GR-COMPLETE", "GRHERITAGE");
        String id = submitted("GR-COMPLETE", GRADE_1);
        decide("gr.authority", id, "{\"outcome\":\"COMPLETION_REQUESTED\",\"reason\":\"사용자 수의 근거가 없습니다.\"}")
                .statusCode(200)
                .body("state", equalTo("COMPLETION_REQUESTED"))
                .body("grade", nullValue());
        String etag = look("gr.officer", id)
                .body("allowed", contains("facts", "submission"))
                .extract()
                .header("ETag");
        String smaller = "{\"businessImpact\":\"LIMITED\",\"annualUsers\":100,\"affectedSystems\":1}";
        facts("gr.officer", id, etag, smaller).statusCode(200).body("result.grade", equalTo(4));
        look("gr.authority", id).body("result.grade", equalTo(1)).body("facts.businessImpact", equalTo("ACTUAL_LOSS"));
        As.person("gr.authority")
                .get("/api/v1/assessments?system=GR-COMPLETE")
                .then()
                .body("items[0].computedGrade", equalTo(1));
        As.person("gr.officer")
                .get("/api/v1/assessments?system=GR-COMPLETE")
                .then()
                .body("items[0].computedGrade", equalTo(4));
        submit("gr.officer", id).statusCode(200).body("submissions.result.grade", contains(1, 4));
        look("gr.authority", id).body("result.grade", equalTo(4));
        As.person("gr.auditor")
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body(
                        "items.action",
                        contains(
                                "grading.resubmitted",
                                "grading.facts-completed",
                                "grading.completion-requested",
                                "grading.submitted",
                                "grading.drafted"));
    }

    @Test
    void the_owner_appeals_once_and_the_register_keeps_the_grade_until_it_is_decided_again() {
        system("GR-APPEAL", "GRHERITAGE");
        String id = confirmed("GR-APPEAL", GRADE_1);
        As.person("gr.officer")
                .body("{\"reason\":\" \"}")
                .put("/api/v1/assessments/" + id + "/appeal")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        appeal("gr.officer", id).statusCode(200).body("state", equalTo("APPEALED"));
        As.person("gr.officer").get("/api/v1/systems/GR-APPEAL").then().body("systemGrade", equalTo(1));
        clock.advance(Duration.ofDays(3));
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\",\"grade\":2,\"reason\":\"이의를 받아들임\"," + DECIDED_BY + "}")
                .statusCode(200)
                .body("state", equalTo("NOTIFIED"))
                .body("grade", equalTo(2))
                .body("result.grade", equalTo(1))
                .body("decisions.outcome", contains("CONFIRMED", "CHANGED"))
                .body("notifiedAt", equalTo("2026-11-26T10:00:00+09:00"));
        As.person("gr.officer").get("/api/v1/systems/GR-APPEAL").then().body("systemGrade", equalTo(2));
        appeal("gr.officer", id)
                .statusCode(409)
                .body("code", equalTo("grading.appeal-used"))
                .body("allowed", empty());
    }

    @Test
    void only_the_grade_notified_last_can_be_appealed_against() {
        system("GR-OLD", "GRHERITAGE");
        String old = confirmed("GR-OLD", GRADE_1);
        clock.advance(Duration.ofDays(365));
        draft("GR-OLD", GRADE_1);
        appeal("gr.officer", old).statusCode(409).body("code", equalTo("grading.superseded"));
    }

    @Test
    void a_step_that_is_not_legal_now_is_refused_with_those_that_are() {
        system("GR-STEPS", "GRHERITAGE");
        String id = draft("GR-STEPS", GRADE_1);
        appeal("gr.officer", id)
                .statusCode(409)
                .body("code", equalTo("grading.step-not-allowed"))
                .body("allowed", contains("facts", "submission"));
        submit("gr.officer", id).statusCode(200);
        submit("gr.officer", id).statusCode(409).body("allowed", contains("decision"));
        facts("gr.officer", id, "\"2\"", GRADE_1).statusCode(409).body("allowed", contains("decision"));
        decide("gr.authority", id, CONFIRMED).statusCode(200);
        decide("gr.authority", id, CONFIRMED).statusCode(409).body("allowed", contains("appeal"));
        appeal("gr.officer", id).statusCode(200);
        submit("gr.officer", id).statusCode(409).body("allowed", contains("decision"));
    }

    @Test
    void without_a_central_authority_nobody_could_decide_so_it_is_not_submitted() {
        system("GR-ORPHAN", "GRORPHAN");
        String id = begin("gr.orphan", "GR-ORPHAN", GRADE_1)
                .then()
                .statusCode(201)
                .body("centralAuthority", nullValue())
                .extract()
                .path("id");
        submit("gr.orphan", id).statusCode(409).body("code", equalTo("grading.no-central-authority"));
    }

    @Test
    void the_service_itself_can_rewrite_no_submission_and_no_decision() throws SQLException {
        system("GR-FROZEN", "GRHERITAGE");
        confirmed("GR-FROZEN", GRADE_1);
        for (String sql : List.of(
                "update grading_submission set grade = 4",
                "delete from grading_submission",
                "update grading_decision set reason = 'x'",
                "delete from grading_appeal")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void the_list_goes_by_pages_and_by_state_owner_and_task() {
        for (int i = 1; i <= 3; i++) {
            system("GR-LIST" + i, "GRHERITAGE");
            clock.advance(Duration.ofSeconds(1));
        }
        String first = draft("GR-LIST1", GRADE_1);
        clock.advance(Duration.ofSeconds(1));
        String second = submitted("GR-LIST2", GRADE_1);
        clock.advance(Duration.ofSeconds(1));
        String third = confirmed("GR-LIST3", GRADE_1);
        String next = As.person("gr.officer")
                .get("/api/v1/assessments?limit=1&institution=GRMCST")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.id", contains(third))
                .body("next", notNullValue())
                .extract()
                .path("next");
        As.person("gr.officer")
                .queryParam("cursor", next)
                .get("/api/v1/assessments?limit=1")
                .then()
                .body("items.id", contains(second));
        As.person("gr.officer")
                .get("/api/v1/assessments?system=GR-LIST1&task=ANSWER")
                .then()
                .body("items.id", contains(first));
        As.person("gr.authority")
                .get("/api/v1/assessments?system=GR-LIST2&task=DECIDE")
                .then()
                .body("items.id", contains(second));
        As.person("gr.officer")
                .get("/api/v1/assessments?system=GR-LIST2&task=DECIDE")
                .then()
                .body("items", empty());
        As.person("gr.officer")
                .get("/api/v1/assessments?system=GR-LIST3&state=NOTIFIED")
                .then()
                .body("items.id", contains(third));
        As.person("gr.officer")
                .get("/api/v1/assessments?cursor=nonsense")
                .then()
                .statusCode(400);
    }
}
