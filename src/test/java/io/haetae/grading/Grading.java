package io.haetae.grading;

import io.haetae.testing.As;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Institutions, people and steps that the tests of grading share. */
final class Grading {

    static final String RULE_SET = "system-grade/mois-2024";
    static final String GRADE_1 =
            "{\"businessImpact\":\"ACTUAL_LOSS\",\"annualUsers\":30000000,\"affectedSystems\":250}";
    static final String DECIDED_BY = "\"decidedBy\":{\"name\":\"김국장\",\"position\":\"디지털정부국장\"}";
    static final String CONFIRMED = "{\"outcome\":\"CONFIRMED\"," + DECIDED_BY + ",\"documentNumber\":\"디지털-2026-11\"}";

    private Grading() {}

    /** A central authority, two ministries under it, an agency of one of them, and a court with its own authority. */
    static void people() {
        As.institution("GRMOIS", "MINISTRY", null, "GRMOIS");
        As.institution("GRMCST", "MINISTRY", null, "GRMOIS");
        As.institution("GRHERITAGE", "AGENCY", "GRMCST", "GRMOIS");
        As.institution("GRMOLIT", "MINISTRY", null, "GRMOIS");
        As.institution("GRNIRS", "AGENCY", "GRMOIS", "GRMOIS");
        As.institution("GRCOURT", "CONSTITUTIONAL", null, "GRCOURT");
        As.institution("GRORPHAN", "PUBLIC_BODY", null, null);
        As.create("gr.officer", "OFFICER", "GRHERITAGE");
        As.create("gr.ministry", "OFFICER", "GRMCST");
        As.create("gr.sibling", "OFFICER", "GRMOLIT");
        As.create("gr.operator", "OPERATOR", "GRHERITAGE");
        As.create("gr.nirs", "OFFICER", "GRNIRS");
        As.create("gr.authority", "AUTHORITY", "GRMOIS");
        As.create("gr.lead", "AUTHORITY", "GRMOLIT");
        As.create("gr.court", "AUTHORITY", "GRCOURT");
        As.create("gr.orphan", "OFFICER", "GRORPHAN");
        As.create("gr.auditor", "AUDITOR", null);
        As.admin()
                .body(Map.of(
                        "username", "gr.both",
                        "password", As.PASSWORD,
                        "name", "gr.both",
                        "roles", List.of("OFFICER", "AUTHORITY"),
                        "institution", "GRMOIS"))
                .post("/api/v1/people");
    }

    static void system(String code, String owner) {
        system(code, owner, "\"operator\":\"GRNIRS\",\"leadAgency\":\"GRMOLIT\"");
    }

    static void system(String code, String owner, String more) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s 시스템\",\"en\":\"System %s\"},\"owner\":\"%s\",%s}"
                        .formatted(code, code, code, owner, more))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    /** Begins an assessment and says what came of it. */
    static Response begin(String username, String code, String facts) {
        return As.person(username)
                .body("{\"ruleSet\":\"" + RULE_SET + "\",\"facts\":" + facts + "}")
                .post("/api/v1/systems/" + code + "/assessments");
    }

    /** A draft by the owner's officer. */
    static String draft(String code, String facts) {
        return begin("gr.officer", code, facts).then().statusCode(201).extract().path("id");
    }

    static ValidatableResponse submit(String username, String id) {
        return As.person(username)
                .body("{}")
                .put("/api/v1/assessments/" + id + "/submission")
                .then();
    }

    /** What the owner's officer has submitted. */
    static String submitted(String code, String facts) {
        String id = draft(code, facts);
        submit("gr.officer", id).statusCode(200);
        return id;
    }

    static ValidatableResponse decide(String username, String id, String decision) {
        return As.person(username)
                .body(decision)
                .put("/api/v1/assessments/" + id + "/decision")
                .then();
    }

    /** What the central authority has confirmed. */
    static String confirmed(String code, String facts) {
        String id = submitted(code, facts);
        decide("gr.authority", id, CONFIRMED).statusCode(200);
        return id;
    }

    static ValidatableResponse appeal(String username, String id) {
        return As.person(username)
                .body("{\"reason\":\"사용자 수가 크게 줄었습니다.\"}")
                .put("/api/v1/assessments/" + id + "/appeal")
                .then();
    }

    static ValidatableResponse facts(String username, String id, String etag, String facts) {
        return As.person(username)
                .header("If-Match", etag)
                .body("{\"facts\":" + facts + "}")
                .put("/api/v1/assessments/" + id + "/facts")
                .then();
    }

    static ValidatableResponse look(String username, String id) {
        return As.person(username).get("/api/v1/assessments/" + id).then();
    }
}
