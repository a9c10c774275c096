package io.haetae.grading.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.register.ConfirmedGradeService;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 주요 정보시스템: designated and revoked by the ministry that the settings name (here ACOWN), with day and grounds. */
@QuarkusTest
class DesignationIT {

    private static final String BODY =
            "{\"on\":\"2026-11-20\",\"grounds\":\"1등급, 연계 12개\",\"document\":\"디지털-2026-31\","
                    + "\"decidedBy\":{\"name\":\"김국장\",\"position\":\"디지털정부국장\"}}";

    @Inject
    MovableClock clock;

    @Inject
    ConfirmedGradeService grades;

    @BeforeEach
    void the_ministry_and_others() {
        clock.setTo(MovableClock.START);
        As.institution("ACOWN", "MINISTRY", null, "ACOWN");
        As.institution("DSLAND", "MINISTRY", null, "ACOWN");
        As.institution("DSNA", "CONSTITUTIONAL", null, "DSNA");
        As.create("ds.mois", "AUTHORITY", "ACOWN");
        As.create("ds.situation", "SITUATION", "ACOWN");
        As.create("ds.land", "OFFICER", "DSLAND");
        As.create("ds.land-authority", "AUTHORITY", "DSLAND");
        As.create("ds.na", "AUTHORITY", "DSNA");
    }

    private static void system(String code, String owner, String more) {
        As.admin()
                .body(
                        "{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"},\"owner\":\"%s\",\"operator\":\"ACOWN\"%s}"
                                .formatted(code, code, code, owner, more))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse designate(String who, String code) {
        return As.person(who)
                .body(BODY)
                .put("/api/v1/systems/" + code + "/designation")
                .then();
    }

    private static ValidatableResponse revoke(String who, String code) {
        return As.person(who)
                .body("{\"on\":\"2026-11-23\",\"grounds\":\"등급 하향\"}")
                .delete("/api/v1/systems/" + code + "/designation")
                .then();
    }

    private static ValidatableResponse list(String who, String query) {
        return As.person(who)
                .get("/api/v1/designations?limit=200&institution=" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void the_ministry_designates_with_its_basis_and_the_owner_is_told() {
        system("DS-ONE", "DSLAND", "");
        grades.confirmAll(Map.of("DS-ONE", 1), clock.instant());
        list("ds.mois", "DSLAND&standing=CANDIDATE")
                .body("items.system", hasItem("DS-ONE"))
                .body("items.find { it.system == 'DS-ONE' }.why.en", containsString("grade is 1"));

        clock.advance(Duration.ofMinutes(1));
        designate("ds.mois", "DS-ONE")
                .statusCode(200)
                .body("major", equalTo(true))
                .body("history[0].on", equalTo("2026-11-20"))
                .body("history[0].document", equalTo("디지털-2026-31"))
                .body("history[0].decidedBy.position", equalTo("디지털정부국장"))
                .body("history[0].systemGrade", equalTo(1))
                .body("history[0].institution", equalTo("ACOWN"));
        designate("ds.mois", "DS-ONE").statusCode(409).body("code", equalTo("grading.designated-already"));
        As.person("ds.land").get("/api/v1/systems/DS-ONE").then().body("major", equalTo(true));
        As.person("ds.land")
                .get("/api/v1/deliveries?limit=200")
                .then()
                .body("items.title.en", hasItem("DS-ONE: designated as a major system"));
        As.admin().get("/api/v1/audit?subject=DS-ONE").then().body("items.action", hasItem("grading.designated"));
        list("ds.land", "DSLAND&standing=DESIGNATED")
                .body("items.find { it.system == 'DS-ONE' }.why.ko", equalTo("1등급, 연계 12개"));

        clock.advance(Duration.ofMinutes(1));
        grades.confirmAll(Map.of("DS-ONE", 3), clock.instant());
        list("ds.mois", "DSLAND&standing=REVIEW").body("items.system", hasItem("DS-ONE"));
        revoke("ds.mois", "DS-ONE")
                .statusCode(200)
                .body("major", equalTo(false))
                .body("history.designated", contains(false, true));
        revoke("ds.mois", "DS-ONE").statusCode(409).body("code", equalTo("grading.not-designated"));
        As.person("ds.land")
                .queryParam("asOf", "2026-11-23T10:01:30+09:00")
                .get("/api/v1/systems/DS-ONE")
                .then()
                .body("major", equalTo(true));
    }

    @Test
    void only_the_ministry_does_and_only_for_those_under_its_authority() {
        system("DS-TWO", "DSLAND", "");
        system("DS-NA", "DSNA", "");
        designate("ds.land-authority", "DS-TWO")
                .statusCode(403)
                .body("code", equalTo("grading.not-entitled-to-designate"));
        designate("ds.na", "DS-TWO").statusCode(404);
        for (String role : new String[] {"ds.land", "ds.situation", "admin"}) {
            designate(role, "DS-TWO").statusCode(403);
        }
        designate("ds.mois", "DS-NA").statusCode(403).body("code", equalTo("grading.designation-other-authority"));
        As.person("ds.mois").get("/api/v1/systems/DS-NA/designation").then().body("mayDecide", equalTo(false));
        As.person("ds.na").get("/api/v1/systems/DS-TWO/designation").then().statusCode(404);
        list("ds.na", "DSLAND").body("items", empty());
        As.person("ds.mois")
                .body(BODY.replace("2026-11-20", "2026-12-24"))
                .put("/api/v1/systems/DS-TWO/designation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/on"));
        As.person("ds.mois")
                .body("{}")
                .put("/api/v1/systems/DS-TWO/designation")
                .then()
                .statusCode(400);
    }

    /** The entry says whether it is one when the register is loaded; later it is an act of its own. */
    @Test
    void an_edit_of_the_entry_neither_designates_nor_revokes() {
        system("DS-LOADED", "DSLAND", ",\"major\":true");
        As.person("ds.mois")
                .get("/api/v1/systems/DS-LOADED/designation")
                .then()
                .body("major", equalTo(true))
                .body("history", empty());
        String entry = "{\"code\":\"DS-LOADED\",\"name\":{\"ko\":\"가\",\"en\":\"A\"},\"owner\":\"DSLAND\"%s}";
        As.admin()
                .header("If-Match", "\"1\"")
                .body(entry.formatted(",\"major\":false"))
                .put("/api/v1/systems/DS-LOADED")
                .then()
                .statusCode(403)
                .body("code", equalTo("register.major-is-designated"));
        As.admin()
                .header("If-Match", "\"1\"")
                .body(entry.formatted(""))
                .put("/api/v1/systems/DS-LOADED")
                .then()
                .statusCode(200)
                .body("major", equalTo(true));
        list("ds.mois", "DSLAND")
                .body("items.find { it.system == 'DS-LOADED' }.standing", equalTo("REVIEW"))
                .body("items.find { it.system == 'DS-LOADED' }.on", nullValue());
    }

    @Test
    void the_pages_list_them_and_take_the_decision() {
        system("DS-PAGE", "DSLAND", "");
        grades.confirmAll(Map.of("DS-PAGE", 2), clock.instant());
        assertThat(As.person("ds.mois")
                        .accept("text/html")
                        .get("/designations?standing=CANDIDATE&institution=DSLAND")
                        .asString())
                .contains("DS-PAGE", "Candidate");
        As.person("ds.mois")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("designated", "true")
                .formParam("on", "2026-11-20")
                .formParam("grounds", "2등급")
                .post("/systems/DS-PAGE/designation")
                .then()
                .statusCode(303);
        assertThat(As.person("ds.land")
                        .accept("text/html")
                        .get("/systems/DS-PAGE/designation")
                        .asString())
                .contains("Major system", "2등급", "ds.mois")
                .doesNotContain("Revoke the designation");
        As.person("ds.mois")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("designated", "false")
                .formParam("on", "2026-11-23")
                .post("/systems/DS-PAGE/designation")
                .then()
                .statusCode(422);
    }
}
