package io.haetae.grading;

import static io.haetae.grading.Grading.CONFIRMED;
import static io.haetae.grading.Grading.DECIDED_BY;
import static io.haetae.grading.Grading.GRADE_1;
import static io.haetae.grading.Grading.appeal;
import static io.haetae.grading.Grading.begin;
import static io.haetae.grading.Grading.decide;
import static io.haetae.grading.Grading.draft;
import static io.haetae.grading.Grading.facts;
import static io.haetae.grading.Grading.look;
import static io.haetae.grading.Grading.submit;
import static io.haetae.grading.Grading.submitted;
import static io.haetae.grading.Grading.system;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhoMayGradeIT {

    @Inject
    MovableClock clock;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        Grading.people();
    }

    @Test
    void officers_of_the_owner_and_above_answer_for_a_system_and_nobody_else() {
        system("GR-WHO", "GRHERITAGE");
        begin("gr.sibling", "GR-WHO", GRADE_1).then().statusCode(403).body("code", equalTo("grading.not-the-owner"));
        begin("gr.nirs", "GR-WHO", GRADE_1).then().statusCode(403).body("code", equalTo("grading.not-the-owner"));
        begin("gr.orphan", "GR-WHO", GRADE_1).then().statusCode(404);
        begin("gr.operator", "GR-WHO", GRADE_1).then().statusCode(403).body("code", equalTo("kernel.forbidden"));
        begin("gr.authority", "GR-WHO", GRADE_1).then().statusCode(403);
        As.admin()
                .body("{\"ruleSet\":\"" + Grading.RULE_SET + "\",\"facts\":" + GRADE_1 + "}")
                .post("/api/v1/systems/GR-WHO/assessments")
                .then()
                .statusCode(403);
        As.nobody().body("{}").post("/api/v1/systems/GR-WHO/assessments").then().statusCode(401);
        String id = begin("gr.ministry", "GR-WHO", GRADE_1)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        facts("gr.operator", id, "\"1\"", GRADE_1).statusCode(403);
        submit("gr.operator", id).statusCode(403);
        submit("gr.sibling", id).statusCode(404);
        submit("gr.officer", id).statusCode(200);
        submit("gr.sibling", id).statusCode(403).body("code", equalTo("grading.not-the-owner"));
    }

    @Test
    void a_draft_is_seen_by_the_owners_side_and_by_the_central_authority_only_once_it_is_submitted() {
        system("GR-SEEN", "GRHERITAGE");
        String id = draft("GR-SEEN", GRADE_1);
        for (String insider : new String[] {"gr.officer", "gr.ministry", "gr.operator", "gr.auditor"}) {
            look(insider, id).statusCode(200);
            listOf(insider, "GR-SEEN").body("items.id", contains(id));
        }
        for (String outsider : new String[] {"gr.authority", "gr.sibling", "gr.nirs", "gr.court", "admin"}) {
            look(outsider, id).statusCode(404);
            listOf(outsider, "GR-SEEN").body("items", empty());
        }
        submit("gr.officer", id).statusCode(200);
        for (String reader : new String[] {"gr.authority", "gr.sibling", "gr.nirs", "admin"}) {
            look(reader, id).statusCode(200);
            listOf(reader, "GR-SEEN").body("items", hasSize(1));
        }
        for (String stranger : new String[] {"gr.court", "gr.orphan"}) {
            look(stranger, id).statusCode(404);
            listOf(stranger, "GR-SEEN").body("items", empty());
        }
        As.person("gr.court").get("/api/v1/systems/GR-SEEN/assessments").then().statusCode(404);
        As.nobody().get("/api/v1/assessments/" + id).then().statusCode(401);
    }

    @Test
    void only_the_owners_central_authority_decides() {
        system("GR-DECIDE", "GRHERITAGE");
        String id = submitted("GR-DECIDE", GRADE_1);
        decide("gr.officer", id, CONFIRMED).statusCode(403);
        decide("gr.auditor", id, CONFIRMED).statusCode(403);
        decide("gr.court", id, CONFIRMED).statusCode(404);
        decide("gr.lead", id, CONFIRMED).statusCode(403).body("code", equalTo("grading.not-the-authority"));
        As.person("gr.officer").get("/api/v1/systems/GR-DECIDE").then().body("systemGrade", equalTo(null));
        decide("gr.authority", id, CONFIRMED).statusCode(200);
        appeal("gr.authority", id).statusCode(403);
        appeal("gr.sibling", id).statusCode(403).body("code", equalTo("grading.not-the-owner"));
    }

    @Test
    void who_submitted_or_appealed_never_decides() {
        system("GR-BOTH", "GRMOIS");
        String id = begin("gr.both", "GR-BOTH", GRADE_1)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        submit("gr.both", id).statusCode(200).body("allowed", empty());
        decide("gr.both", id, CONFIRMED).statusCode(403).body("code", equalTo("grading.submitter-decides"));
        As.person("gr.both")
                .get("/api/v1/assessments?system=GR-BOTH&task=DECIDE")
                .then()
                .body("items", empty());
        decide("gr.authority", id, CONFIRMED).statusCode(200);
        appeal("gr.both", id).statusCode(200);
        decide("gr.both", id, CONFIRMED).statusCode(403).body("code", equalTo("grading.submitter-decides"));
    }

    @Test
    void a_decision_says_what_its_outcome_requires() {
        system("GR-REASON", "GRHERITAGE");
        String id = submitted("GR-REASON", GRADE_1);
        decide("gr.authority", id, "{}").statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        decide("gr.authority", id, "{\"outcome\":\"APPROVED\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcome"));
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\",\"grade\":5," + DECIDED_BY + "}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/grade"));
        decide("gr.authority", id, "{\"outcome\":\"CONFIRMED\",\"decidedBy\":{\"name\":\"김\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/decidedBy/position"));
        decide("gr.authority", id, "{\"outcome\":\"CONFIRMED\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/decidedBy"));
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/grade", "/reason", "/decidedBy"));
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\",\"grade\":2,\"reason\":\"  \"," + DECIDED_BY + "}")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\",\"grade\":1,\"reason\":\"x\"," + DECIDED_BY + "}")
                .statusCode(422)
                .body("errors.code", contains("is-the-computed-grade"));
        decide("gr.authority", id, "{\"outcome\":\"CONFIRMED\",\"grade\":2," + DECIDED_BY + "}")
                .statusCode(422)
                .body("errors.code", contains("not-the-computed-grade"));
        decide("gr.authority", id, "{\"outcome\":\"COMPLETION_REQUESTED\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        look("gr.officer", id).body("state", equalTo("SUBMITTED")).body("decisions", empty());
        decide("gr.authority", id, "{\"outcome\":\"CHANGED\",\"grade\":2,\"reason\":\"대체 수단이 있음\"," + DECIDED_BY + "}")
                .statusCode(200)
                .body("grade", equalTo(2))
                .body("result.grade", equalTo(1))
                .body("decisions[0].computedGrade", equalTo(1));
        As.person("gr.officer").get("/api/v1/systems/GR-REASON").then().body("systemGrade", equalTo(2));
    }

    @Test
    void what_is_not_there_is_answered_as_not_found() {
        look("gr.officer", "00000000-0000-7000-8000-000000000000").statusCode(404);
        look("gr.officer", "nonsense").statusCode(404);
        begin("gr.officer", "GR-NOWHERE", GRADE_1).then().statusCode(404);
        As.person("gr.officer")
                .get("/api/v1/systems/GR-NOWHERE/assessments")
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse listOf(String username, String code) {
        return As.person(username)
                .get("/api/v1/assessments?system=" + code)
                .then()
                .statusCode(200);
    }
}
