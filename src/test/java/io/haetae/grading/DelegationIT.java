package io.haetae.grading;

import static io.haetae.grading.Grading.CONFIRMED;
import static io.haetae.grading.Grading.GRADE_1;
import static io.haetae.grading.Grading.begin;
import static io.haetae.grading.Grading.decide;
import static io.haetae.grading.Grading.look;
import static io.haetae.grading.Grading.submit;
import static io.haetae.grading.Grading.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answering and deciding handed over until a day: it ends by itself, is told beside the act, and is never more than was held. */
@QuarkusTest
class DelegationIT {

    private static final String UNTIL = "2026-12-31T18:00:00+09:00";

    @Inject
    MovableClock clock;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        Grading.people();
        As.institution("DGLAND", "MINISTRY", null, "GRMOIS");
        As.institution("DGPROVINCE", "LOCAL_GOVERNMENT", null, "GRMOIS");
        As.create("dg.officer", "OFFICER", "DGLAND");
        As.create("dg.deputy", "OPERATOR", "DGPROVINCE");
        for (String name : List.of("dg.second", "dg.third", "dg.fourth", "dg.fifth")) {
            As.create(name, "OPERATOR", "DGPROVINCE");
        }
        As.create("dg.province", "AUTHORITY", "DGPROVINCE");
        As.create("dg.province-officer", "OFFICER", "DGPROVINCE");
        As.create("dg.land-authority", "AUTHORITY", "DGLAND");
    }

    private static ValidatableResponse give(String who, String act, String to, String more) {
        return As.person(who)
                .body("{\"act\":\"%s\",%s,\"reason\":\"휴가\"%s}".formatted(act, to, more))
                .post("/api/v1/delegations")
                .then();
    }

    private static String person(String username) {
        return "\"person\":\"" + username + "\"";
    }

    private static String given(String who, String act, String to, String more) {
        return give(who, act, to, more).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse revoke(String who, String id) {
        return As.person(who)
                .body("{\"reason\":\"복귀\"}")
                .delete("/api/v1/delegations/" + id)
                .then();
    }

    private static String until(String time) {
        return ",\"until\":\"" + time + "\"";
    }

    @Test
    void a_person_of_another_house_answers_until_the_day_in_the_name_of_who_handed_it_over() {
        system("DG-ANSWER", "DGLAND", "\"operator\":\"DGLAND\"");
        system("DG-LATER", "DGLAND", "\"operator\":\"DGLAND\"");
        begin("dg.deputy", "DG-ANSWER", GRADE_1).then().statusCode(403);
        String id = given("dg.officer", "grading.answer", person("dg.deputy"), until(UNTIL));

        String assessment = begin("dg.deputy", "DG-ANSWER", GRADE_1)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        submit("dg.deputy", assessment)
                .statusCode(200)
                .body("submissions[0].by", equalTo("dg.deputy"))
                .body("submissions[0].onBehalfOf", equalTo("dg.officer (DGLAND)"));
        As.person("gr.auditor")
                .get("/api/v1/audit?subject=" + assessment)
                .then()
                .body("items.data.onBehalfOf", contains("dg.officer (DGLAND)", "dg.officer (DGLAND)"));
        assertThat(As.person("dg.officer")
                        .accept("text/html")
                        .get("/assessments/" + assessment)
                        .asString())
                .contains("dg.deputy for dg.officer (DGLAND)");
        As.person("dg.deputy").get("/api/v1/assessments?task=ANSWER").then().statusCode(200);
        for (String side : new String[] {"dg.officer", "dg.deputy"}) {
            As.person(side)
                    .get("/api/v1/delegations")
                    .then()
                    .body("items.id", hasItem(id))
                    .body("items.find { it.id == '%s' }.state".formatted(id), equalTo("IN_FORCE"));
            assertThat(As.person(side).accept("text/html").get("/delegations").asString())
                    .contains("dg.officer", "dg.deputy", "In force");
        }
        As.person("gr.officer").get("/api/v1/delegations").then().body("items.id", not(hasItem(id)));

        clock.setTo(Instant.parse("2026-12-31T09:00:00Z"));
        begin("dg.deputy", "DG-LATER", GRADE_1).then().statusCode(403);
        look("dg.deputy", assessment).statusCode(404);
        As.person("dg.officer")
                .get("/api/v1/delegations")
                .then()
                .body("items.find { it.id == '%s' }.state".formatted(id), equalTo("ENDED"));
        revoke("dg.officer", id).statusCode(409).body("code", equalTo("identity.delegation-over"));
    }

    @Test
    void nobody_hands_over_what_he_does_not_hold_or_to_another_central_authority() {
        give("dg.officer", "grading.decide", person("dg.deputy"), until(UNTIL))
                .statusCode(403)
                .body("code", equalTo("kernel.forbidden"));
        give("dg.third", "grading.answer", person("dg.fourth"), until(UNTIL)).statusCode(403);
        give("dg.officer", "incident.close", person("dg.deputy"), until(UNTIL))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-act"));
        give("dg.officer", "grading.answer", person("gr.court"), until(UNTIL))
                .statusCode(422)
                .body("errors[0].code", equalTo("other-authority"));
        give("dg.officer", "grading.answer", person("dg.officer"), until(UNTIL))
                .statusCode(422)
                .body("errors[0].code", equalTo("oneself"));
        give("dg.officer", "grading.answer", person("nobody"), until("2026-11-01T00:00:00+09:00"))
                .statusCode(422)
                .body("errors.pointer", contains("/until", "/person"));
        give("dg.officer", "grading.answer", person("dg.deputy") + ",\"institution\":\"DGPROVINCE\"", until(UNTIL))
                .statusCode(422);
        give("dg.officer", "grading.answer", person("dg.deputy"), until("2029-01-01T00:00:00+09:00"))
                .statusCode(422)
                .body("errors[0].code", equalTo("too-late"));
        give("gr.auditor", "grading.answer", person("dg.deputy"), until(UNTIL)).statusCode(403);
    }

    @Test
    void it_is_passed_on_only_where_that_was_allowed_and_what_was_passed_on_ends_with_it() {
        system("DG-CHAIN", "DGLAND", "\"operator\":\"DGLAND\"");
        String closed = given("dg.officer", "grading.answer", person("dg.second"), until(UNTIL));
        give("dg.second", "grading.answer", person("dg.third"), until(UNTIL) + ",\"source\":\"" + closed + "\"")
                .statusCode(403)
                .body("code", equalTo("identity.not-held"));
        revoke("dg.officer", closed).statusCode(200).body("state", equalTo("REVOKED"));

        String open = given("dg.officer", "grading.answer", person("dg.second"), until(UNTIL) + ",\"mayPassOn\":true");
        give(
                        "dg.second",
                        "grading.answer",
                        person("dg.third"),
                        until("2027-01-01T00:00:00+09:00") + ",\"source\":\"" + open + "\"")
                .statusCode(422)
                .body("errors[0].code", equalTo("too-late"));
        String passed =
                given("dg.second", "grading.answer", person("dg.third"), until(UNTIL) + ",\"source\":\"" + open + "\"");
        begin("dg.third", "DG-CHAIN", GRADE_1).then().statusCode(201);
        revoke("dg.third", passed).statusCode(403);
        revoke("gr.officer", passed).statusCode(404);
        revoke("dg.officer", open).statusCode(200);
        As.person("dg.third")
                .get("/api/v1/delegations")
                .then()
                .body("items.find { it.id == '%s' }.state".formatted(passed), equalTo("REVOKED"));
        begin("dg.third", "DG-CHAIN", GRADE_1).then().statusCode(403);
        As.admin()
                .get("/api/v1/audit?subject=" + open)
                .then()
                .body("items.action", hasItems("identity.delegated", "identity.delegation-revoked"));
    }

    @Test
    void an_institution_decides_through_those_who_hold_the_role_there_but_never_on_its_own() {
        system("DG-DECIDE", "GRHERITAGE");
        system("DG-OWN", "DGPROVINCE", "\"operator\":\"DGPROVINCE\"");
        String id = given("gr.authority", "grading.decide", "\"institution\":\"DGPROVINCE\"", until(UNTIL));
        String theirs = Grading.submitted("DG-DECIDE", GRADE_1);
        String own = begin("dg.province-officer", "DG-OWN", GRADE_1)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        submit("dg.province-officer", own).statusCode(200);

        decide("dg.province", own, CONFIRMED).statusCode(403).body("code", equalTo("grading.own-system"));
        look("dg.province", own).body("allowed", equalTo(List.of()));
        decide("dg.deputy", theirs, CONFIRMED).statusCode(403).body("code", equalTo("kernel.forbidden"));
        decide("dg.land-authority", theirs, CONFIRMED).statusCode(404);
        As.person("dg.province")
                .get("/api/v1/assessments?task=DECIDE&system=DG-DECIDE")
                .then()
                .body("items.id", contains(theirs));
        decide("dg.province", theirs, CONFIRMED)
                .statusCode(200)
                .body("decisions[0].recordedBy", equalTo("dg.province"))
                .body("decisions[0].institution", equalTo("GRMOIS"))
                .body("decisions[0].onBehalfOf", equalTo("gr.authority (GRMOIS)"));
        revoke("gr.authority", id).statusCode(200);
    }

    @Test
    void it_lapses_when_the_holder_holds_the_right_no_more() {
        system("DG-LAPSE", "DGLAND", "\"operator\":\"DGLAND\"");
        As.create("dg.leaving", "OFFICER", "DGLAND");
        String id = given("dg.leaving", "grading.answer", person("dg.fourth"), until(UNTIL));
        As.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "dg.leaving", "roles", List.of("OPERATOR"), "institution", "DGLAND"))
                .put("/api/v1/people/dg.leaving")
                .then()
                .statusCode(200);
        begin("dg.fourth", "DG-LAPSE", GRADE_1).then().statusCode(403);
        As.person("dg.fourth")
                .get("/api/v1/delegations")
                .then()
                .body("items.find { it.id == '%s' }.state".formatted(id), equalTo("LAPSED"));
    }

    /** Nothing is asked about delegations but by acts that can be handed over. */
    @Test
    void requests_that_have_nothing_to_do_with_it_take_no_statement_more() {
        system("DG-COUNT", "DGLAND", "\"operator\":\"DGLAND\"");
        String path = "/api/v1/systems/DG-COUNT";
        int before =
                Statements.of(() -> As.person("dg.officer").get(path).then().statusCode(200));
        String id = given("dg.officer", "grading.answer", person("dg.fifth"), until(UNTIL));
        int during =
                Statements.of(() -> As.person("dg.officer").get(path).then().statusCode(200));
        assertThat(during).isEqualTo(before);
        clock.advance(Duration.ofMinutes(1));
        revoke("dg.officer", id).statusCode(200);
    }

    @Test
    void what_one_does_in_his_own_right_names_nobody_else() {
        system("DG-SELF", "DGLAND", "\"operator\":\"DGLAND\"");
        String id = begin("dg.officer", "DG-SELF", GRADE_1)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        submit("dg.officer", id).statusCode(200).body("submissions[0].onBehalfOf", nullValue());
    }
}
