package io.haetae.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CrisisIT {

    private static final String MEETING = """
            "assessmentMeeting":{"heldAt":"2026-11-23T09:30:00+09:00","chair":"실장","attendees":["국장","과장"],"minutes":"논의"}""";

    private static boolean built;

    @Inject
    MovableClock clock;

    @Inject
    CrisisSweep sweep;

    @BeforeEach
    void a_government_in_the_morning() {
        clock.setTo(MovableClock.START);
        if (built) {
            return;
        }
        built = true;
        As.institution("MOIS", "MINISTRY", null, "MOIS");
        As.institution("CR-MCST", "MINISTRY", null, "MOIS");
        As.institution("CR-FIRE", "AGENCY", "MOIS", "MOIS");
        As.institution("CR-CITY", "LOCAL_GOVERNMENT", null, "MOIS");
        As.institution("CR-NA", "CONSTITUTIONAL", null, "CR-NA");
        As.institution("CR-BODY", "PUBLIC_BODY", "CR-MCST", "MOIS");
        As.create("cr.op", "OPERATOR", "MOIS");
        As.create("cr.hq", "HQ", "MOIS");
        As.create("cr.sit", "SITUATION", "MOIS");
        As.create("cr.hq.mcst", "HQ", "CR-MCST");
        As.create("cr.hq.na", "HQ", "CR-NA");
        As.create("cr.aud", "AUDITOR", "MOIS");
        for (int i = 1; i <= 12; i++) {
            system("CR-M%02d".formatted(i), "MOIS");
            system("CR-C%02d".formatted(i), "CR-MCST");
        }
    }

    private static void system(String code, String agency) {
        As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"%s","operator":"MOIS","leadAgency":"%s",
                         "audience":"CITIZEN","major":false}
                        """.formatted(code, code, code, agency, agency))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    /** A failure of the first so many systems of each. */
    private static String incident(int ofMois, int ofMcst) {
        StringBuilder systems = new StringBuilder();
        for (int i = 1; i <= ofMois; i++) {
            systems.append(
                    ",{\"code\":\"CR-M%02d\",\"service\":\"STOPPED\",\"substitute\":\"AVAILABLE\"}".formatted(i));
        }
        for (int i = 1; i <= ofMcst; i++) {
            systems.append(
                    ",{\"code\":\"CR-C%02d\",\"service\":\"STOPPED\",\"substitute\":\"AVAILABLE\"}".formatted(i));
        }
        return As.person("cr.op")
                .body("""
                        {"kind":"FAILURE","title":"위기 시험","recognisedAt":"2026-11-23T10:00:00+09:00","systems":[%s]}
                        """.formatted(systems.substring(1)))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static String crisis(String... incidents) {
        return opened(incidents).then().statusCode(201).extract().path("number");
    }

    private static Response opened(String... incidents) {
        return As.person("cr.hq")
                .body("""
                        {"title":"위기","incidents":["%s"]}""".formatted(String.join("\",\"", incidents)))
                .post("/api/v1/crises");
    }

    private static ValidatableResponse decide(String person, String crisis, String agency, String stage, String more) {
        return As.person(person)
                .body("""
                        {"leadAgency":"%s","stage":"%s","reason":"결정",%s"decidedBy":{"name":"홍길동","position":"장관"}}
                        """.formatted(agency, stage, more))
                .post("/api/v1/crises/" + crisis + "/stages")
                .then();
    }

    @Test
    void a_crisis_recommends_to_each_lead_agency_by_what_hits_its_own_systems() {
        Response opened = opened(incident(10, 9));

        opened.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/crises/" + opened.path("number")))
                .body("number", matchesPattern("CRI-2026-\\d{4}"))
                .body("recommendations.find{it.leadAgency=='MOIS'}.stage", equalTo("CAUTION"))
                .body("recommendations.find{it.leadAgency=='MOIS'}.ruleSet", equalTo("crisis-stage/product-default"))
                .body(
                        "recommendations.find{it.leadAgency=='MOIS'}.reasons[0].why.ko",
                        equalTo("미복구 시스템 10개 — 기준 10개 이상"))
                .body("recommendations.find{it.leadAgency=='CR-MCST'}.stage", equalTo("NONE"))
                .body("stages", hasSize(0))
                .body("headquarters", hasSize(0));
    }

    @Test
    void a_stage_is_what_people_decided_and_not_what_is_recommended() {
        String crisis = crisis(incident(10, 1));

        decide("cr.hq", crisis, "MOIS", "ALERT", MEETING + ",\"documentNumber\":\"디지털-1\",")
                .statusCode(201)
                .body("leadAgency", equalTo("MOIS"))
                .body("stage", equalTo("ALERT"))
                .body("recommended", equalTo("CAUTION"))
                .body("at", equalTo("2026-11-23T10:00:00+09:00"))
                .body("assessmentMeeting.chair", equalTo("실장"))
                .body("assessmentMeeting.attendees", contains("국장", "과장"))
                .body("decidedBy.position", equalTo("장관"))
                .body("documentNumber", equalTo("디지털-1"));
        sweep.run();

        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .statusCode(200)
                .body("standing", equalTo(java.util.Map.of("MOIS", "ALERT")));
    }

    @Test
    void the_same_stage_twice_and_the_lifting_of_none_are_refused() {
        String crisis = crisis(incident(1, 1));

        decide("cr.hq", crisis, "MOIS", "NONE", "").statusCode(409).body("type", containsString("nothing-to-lift"));
        decide("cr.hq", crisis, "MOIS", "ATTENTION", "").statusCode(201);
        decide("cr.hq", crisis, "MOIS", "ATTENTION", "").statusCode(409).body("type", containsString("same-stage"));
    }

    @Test
    void serious_up_and_down_needs_consultation_or_the_urgent_mark_but_not_of_mois_itself() {
        String crisis = crisis(incident(1, 1));
        String consulted = "\"consultation\":{\"at\":\"2026-11-23T09:50:00+09:00\",\"with\":\"MOIS\"},";

        decide("cr.hq", crisis, "CR-MCST", "SERIOUS", "")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/consultation"));
        decide("cr.hq", crisis, "CR-MCST", "SERIOUS", "\"consultation\":{\"with\":\"MOIS\"},")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/consultation"));
        String urgent = decide("cr.hq", crisis, "CR-MCST", "SERIOUS", "\"consultation\":{\"urgentFirst\":true},")
                .statusCode(201)
                .body("consultationDue", equalTo(true))
                .body("consultation.urgentFirst", equalTo(true))
                .extract()
                .path("id");
        String path = "/api/v1/crises/" + crisis + "/stages/" + urgent + "/consultation";
        As.person("cr.hq")
                .body("{\"with\":\"MOIS\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("consultationDue", equalTo(false))
                .body("consultation.with", equalTo("MOIS"));
        As.person("cr.hq").body("{\"with\":\"MOIS\"}").put(path).then().statusCode(409);
        clock.advance(Duration.ofHours(1));
        decide("cr.hq", crisis, "CR-MCST", "ALERT", "").statusCode(422);
        decide("cr.hq", crisis, "CR-MCST", "ALERT", consulted).statusCode(201).body("consultationDue", equalTo(false));
        decide("cr.hq", crisis, "MOIS", "SERIOUS", "").statusCode(201);
    }

    @Test
    void no_local_government_public_body_or_constitutional_institution_issues_a_stage() {
        String crisis = crisis(incident(1, 1));

        for (String institution : List.of("CR-CITY", "CR-BODY", "CR-NA")) {
            decide("cr.hq", crisis, institution, "CAUTION", "")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/leadAgency"))
                    .body("errors[0].code", equalTo("may-not-lead"));
        }
        decide("cr.hq", crisis, "NO-SUCH", "CAUTION", "")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/leadAgency"));
        decide("cr.hq", crisis, "CR-FIRE", "CAUTION", "").statusCode(201);
    }

    @Test
    void people_record_for_their_own_agency_and_mois_for_all() {
        String crisis = crisis(incident(1, 1));

        decide("cr.hq.mcst", crisis, "CR-MCST", "CAUTION", "").statusCode(201);
        decide("cr.hq.mcst", crisis, "MOIS", "CAUTION", "").statusCode(403);
        decide("cr.hq", crisis, "CR-FIRE", "CAUTION", "").statusCode(201);
        decide("cr.hq.na", crisis, "CR-NA", "CAUTION", "").statusCode(404);
        decide("cr.sit", crisis, "MOIS", "CAUTION", "").statusCode(403);
    }

    @Test
    void a_wrong_record_is_corrected_by_a_later_one_and_stays_to_be_read() {
        String crisis = crisis(incident(1, 1));
        clock.advance(Duration.ofHours(2));
        String wrong = decide("cr.hq", crisis, "MOIS", "SERIOUS", "\"at\":\"2026-11-23T10:30:00+09:00\",")
                .statusCode(201)
                .extract()
                .path("id");
        String correction = "\"at\":\"2026-11-23T10:40:00+09:00\",\"corrects\":\"%s\",".formatted(wrong);

        decide("cr.hq", crisis, "MOIS", "ALERT", correction).statusCode(201).body("corrects", equalTo(wrong));
        decide("cr.hq", crisis, "MOIS", "CAUTION", correction).statusCode(409);

        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis + "/stages")
                .then()
                .body("items", hasSize(2))
                .body("items.find{it.id=='" + wrong + "'}.correctedBy", not(nullValue()));
        As.person("cr.hq").get("/api/v1/crises/" + crisis).then().body("standing.MOIS", equalTo("ALERT"));
        As.person("cr.hq")
                .queryParam("asOf", "2026-11-23T10:35:00+09:00")
                .get("/api/v1/crises/" + crisis + "/stages")
                .then()
                .body("items.stage", contains("SERIOUS"));
    }

    @Test
    void what_has_not_happened_yet_and_a_meeting_after_its_decision_are_refused() {
        String crisis = crisis(incident(1, 1));

        decide("cr.hq", crisis, "MOIS", "CAUTION", "\"at\":\"2026-11-23T10:10:00+09:00\",")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/at"));
        decide("cr.hq", crisis, "MOIS", "CAUTION", "\"at\":\"2026-11-23T09:00:00+09:00\"," + MEETING + ",")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/assessmentMeeting/heldAt"));
    }

    @Test
    void a_new_recommendation_is_told_once_to_the_agency_and_the_situation_room() {
        String incident = incident(1, 1);
        String crisis = crisis(incident);
        String more = incident(10, 10);
        As.person("cr.hq")
                .body("{\"incident\":\"" + more + "\"}")
                .post("/api/v1/crises/" + crisis + "/incidents")
                .then()
                .statusCode(201)
                .body("recommendations.find{it.leadAgency=='CR-MCST'}.stage", equalTo("CAUTION"));
        sweep.run();
        sweep.run();

        assertThat(told("cr.hq.mcst", crisis)).hasSize(1);
        assertThat(told("cr.hq.mcst", crisis).get(0)).contains("주의");
        assertThat(told("cr.sit", crisis)).hasSize(2);

        As.person("cr.hq")
                .body("{\"reason\":\"다른 원인\"}")
                .delete("/api/v1/crises/" + crisis + "/incidents/" + more)
                .then()
                .statusCode(200)
                .body("incidents.number", contains(incident))
                .body("recommendations.find{it.leadAgency=='CR-MCST'}.stage", equalTo("NONE"));
        As.person("cr.hq")
                .body("{\"reason\":\"x\"}")
                .delete("/api/v1/crises/" + crisis + "/incidents/" + incident)
                .then()
                .statusCode(409);
    }

    private static List<String> told(String person, String crisis) {
        return As.person(person)
                .header("Accept-Language", "ko")
                .queryParam("limit", 200)
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll{it.subject.id=='" + crisis + "'}.title.ko");
    }

    @Test
    void time_alone_brings_a_worse_recommendation_and_no_stage() {
        String crisis = crisis(incident(3, 0));
        As.person("cr.hq")
                .body("""
                        {"leadAgency":"MOIS","peakPercent":null,"countersOutSince":"2026-11-23T10:00:00+09:00","note":"전국 창구"}
                        """)
                .post("/api/v1/crises/" + crisis + "/observations")
                .then()
                .statusCode(201);

        clock.advance(Duration.ofMinutes(239));
        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .body("recommendations.find{it.leadAgency=='MOIS'}.stage", not(equalTo("SERIOUS")));
        clock.advance(Duration.ofMinutes(1));
        sweep.run();
        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .body("recommendations.find{it.leadAgency=='MOIS'}.stage", equalTo("SERIOUS"))
                .body("standing", equalTo(java.util.Map.of()));
        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis + "/recommendations")
                .then()
                .body("items[0].stage", equalTo("SERIOUS"))
                .body("items[0].reasons[0].criterion", equalTo("counters"));
    }

    @Test
    void mois_at_serious_recommends_it_to_who_has_ten_systems_hit() {
        String crisis = crisis(incident(1, 10));

        decide("cr.hq", crisis, "MOIS", "SERIOUS", "").statusCode(201);
        As.person("cr.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .body("recommendations.find{it.leadAgency=='CR-MCST'}.stage", equalTo("SERIOUS"))
                .body("recommendations.find{it.leadAgency=='CR-MCST'}.reasons[0].criterion", equalTo("safetyMinistry"));
    }

    @Test
    void headquarters_stand_apart_from_any_stage_and_hand_over_their_posts() {
        String crisis = crisis(incident(1, 1));
        String path = "/api/v1/crises/" + crisis + "/headquarters";
        String accident = """
                {"kind":"CENTRAL_ACCIDENT_HQ","institution":"CR-MCST","head":{"name":"장관","position":"문체부장관"},
                 "at":"2026-11-23T09:00:00+09:00"}""";

        String id = As.person("cr.hq")
                .body(accident)
                .post(path)
                .then()
                .statusCode(201)
                .body("head.name", equalTo("장관"))
                .body("dissolvedAt", nullValue())
                .extract()
                .path("id");
        As.person("cr.hq").body(accident).post(path).then().statusCode(409);
        As.person("cr.hq")
                .body(accident.replace("CENTRAL_ACCIDENT_HQ", "CENTRAL_DISASTER_HQ"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/kind"));
        As.person("cr.hq")
                .body(accident.replace("CR-MCST", "CR-CITY"))
                .post(path)
                .then()
                .statusCode(422);
        String post = As.person("cr.hq.mcst")
                .body("{\"team\":\"상황총괄반\",\"duty\":\"반장\",\"name\":\"김반장\"}")
                .post(path + "/" + id + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("posts.find{it.team=='상황총괄반'}.id");
        clock.advance(Duration.ofHours(8));
        As.person("cr.hq.mcst")
                .body("{\"name\":\"이반장\",\"note\":\"복구 현황 인계\"}")
                .put(path + "/" + id + "/posts/" + post + "/handover")
                .then()
                .statusCode(200)
                .body("posts.findAll{it.team=='상황총괄반'}.name", contains("김반장", "이반장"))
                .body("posts.find{it.name=='김반장'}.until", equalTo("2026-11-23T18:00:00+09:00"))
                .body("posts.find{it.name=='이반장'}.follows", equalTo(post));
        As.person("cr.hq.mcst")
                .body("{\"name\":\"박반장\"}")
                .put(path + "/" + id + "/posts/" + post + "/handover")
                .then()
                .statusCode(409);
        As.person("cr.hq")
                .body("{\"reason\":\"복구 완료\"}")
                .put(path + "/" + id + "/dissolution")
                .then()
                .statusCode(200)
                .body("dissolvedAt", equalTo("2026-11-23T18:00:00+09:00"))
                .body("posts.findAll{it.current}", hasSize(0));
        As.person("cr.hq").get("/api/v1/crises/" + crisis).then().body("stages", hasSize(0));
    }

    @Test
    void a_crisis_is_closed_when_nothing_stands_and_then_takes_nothing_more() {
        String crisis = crisis(incident(1, 1));
        decide("cr.hq", crisis, "MOIS", "CAUTION", "").statusCode(201);
        String path = "/api/v1/crises/" + crisis + "/closure";

        As.person("cr.hq")
                .body("{\"note\":\"끝\"}")
                .put(path)
                .then()
                .statusCode(409)
                .body("detail", containsString("MOIS"));
        clock.advance(Duration.ofHours(1));
        decide("cr.hq", crisis, "MOIS", "NONE", "").statusCode(201);
        As.person("cr.hq")
                .body("{\"note\":\"끝\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("closedBy", equalTo("cr.hq"));
        decide("cr.hq", crisis, "MOIS", "CAUTION", "").statusCode(409);
        As.person("cr.hq")
                .queryParam("open", true)
                .get("/api/v1/crises")
                .then()
                .body("items.number", not(hasItem(crisis)));
    }

    @Test
    void the_board_counts_as_of_any_time_and_a_relapse_does_not_rewrite_what_was() {
        String incident = incident(4, 0);
        String crisis = crisis(incident);
        String path = "/api/v1/crises/" + crisis + "/board";
        recover(incident, "2026-11-23T10:00:00+09:00", 1, 2);
        clock.advance(Duration.ofHours(1));
        recover(incident, "2026-11-23T10:30:00+09:00", 3, 4);
        clock.advance(Duration.ofHours(1));
        As.person("cr.op")
                .body("{\"reason\":\"재발\",\"systems\":[\"CR-M03\"]}")
                .delete("/api/v1/incidents/" + incident + "/closure")
                .then()
                .statusCode(200);

        assertThat(restored(path, "2026-11-23T10:29:00+09:00")).isEqualTo("2/4");
        assertThat(restored(path, "2026-11-23T10:30:00+09:00")).isEqualTo("4/4");
        assertThat(restored(path, "2026-11-23T12:00:00+09:00")).isEqualTo("3/4");
        assertThat(restored(path, "2026-11-23T09:59:00+09:00"))
                .as("nothing was recorded yet")
                .isEqualTo("0/0");
        String csv = As.person("cr.hq")
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .startsWith("asOf,group,key,restored,total,percent", "2026-11-23T12:00:00+09:00,ALL,ALL,3,4,75.0")
                .contains("2026-11-23T12:00:00+09:00,SYSTEM_GRADE,NONE,3,4,75.0")
                .contains("2026-11-23T12:00:00+09:00,LEAD_AGENCY,MOIS,3,4,75.0");
    }

    private static void recover(String incident, String at, int... systems) {
        StringBuilder body = new StringBuilder();
        for (int system : systems) {
            body.append(",{\"code\":\"CR-M%02d\",\"recoveredAt\":\"%s\",\"level\":\"FULL\"}".formatted(system, at));
        }
        As.person("cr.op")
                .body("[" + body.substring(1) + "]")
                .put("/api/v1/incidents/" + incident + "/recoveries")
                .then()
                .statusCode(200);
    }

    private static String restored(String path, String asOf) {
        Response board = As.person("cr.hq").queryParam("asOf", asOf).get(path);
        board.then().statusCode(200).body("asOf", equalTo(asOf));
        return board.path("restored") + "/" + board.path("total");
    }

    @Test
    void incidents_that_are_unknown_cancelled_or_exercises_among_real_ones_are_refused_by_name() {
        String real = incident(1, 0);

        opened("INC-2026-999999").then().statusCode(422).body("errors[0].pointer", equalTo("/incidents/0"));
        opened(real, real).then().statusCode(422).body("errors[0].pointer", equalTo("/incidents/1"));
        As.person("cr.hq.na").get("/api/v1/crises/" + crisis(real)).then().statusCode(404);
        As.person("cr.op")
                .body("{\"reason\":\"오기\"}")
                .put("/api/v1/incidents/" + real + "/cancellation")
                .then()
                .statusCode(200);
        opened(real).then().statusCode(422).body("errors[0].code", equalTo("cancelled-incident"));
    }

    @Test
    void a_crisis_with_an_incident_of_need_to_know_is_for_those_concerned_only() {
        As.create("cr.sup", "SUPPORT", "CR-NA");
        String hushed = As.person("cr.op").body("""
                        {"kind":"FAILURE","title":"침해 의심","visibility":"NEED_TO_KNOW","systems":[{"code":"CR-M01"}]}
                        """).post("/api/v1/incidents").path("number");
        String crisis = crisis(hushed);

        As.person("cr.sup").get("/api/v1/crises/" + crisis).then().statusCode(404);
        As.person("cr.sup").get("/api/v1/crises").then().body("items.number", not(hasItem(crisis)));
        As.person("cr.sit").get("/api/v1/crises/" + crisis).then().statusCode(200);
        As.person("cr.hq")
                .body("{}")
                .post("/api/v1/crises/" + crisis + "/reports")
                .then()
                .statusCode(201)
                .body("facts.incidents", hasSize(0));
    }
}
