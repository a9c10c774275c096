package io.haetae.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecommendationIT {

    @Inject
    MovableClock clock;

    @Inject
    RemedySweep sweep;

    @BeforeEach
    void an_authority_and_an_agency() {
        at("2026-10-21T10:00:00+09:00");
        As.institution("RM-MOIS", "MINISTRY", null, "RM-MOIS");
        As.institution("RM-TAX", "AGENCY", null, "RM-MOIS");
        As.institution("RM-COURT", "CONSTITUTIONAL", null, "RM-COURT");
        As.create("rm.authority", "AUTHORITY", "RM-MOIS");
        As.create("rm.officer", "OFFICER", "RM-TAX");
        As.create("rm.officer2", "OFFICER", "RM-TAX");
        As.create("rm.operator", "OPERATOR", "RM-TAX");
        As.create("rm.court", "OFFICER", "RM-COURT");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_recommendation_is_planned_within_a_month_done_returned_done_again_and_verified() {
        Response made = recommended("2026-10-21");
        String number = made.path("number");
        // 21 November is a Saturday
        made.then()
                .body("state", equalTo("RECOMMENDED"))
                .body("planDueOn", equalTo("2026-11-23"))
                .body("dueAt", equalTo("2026-11-24T00:00:00+09:00"))
                .body("allowed", contains("withdrawal"));
        assertThat(told(number, "[Recommendation]")).containsExactlyInAnyOrder("rm.officer", "rm.officer2");

        verify("rm.authority", number, "VERIFIED")
                .then()
                .statusCode(409)
                .body("code", equalTo("remedy.not-allowed-now"))
                .body("allowed", contains("plan", "withdrawal"));
        plan(number, "2026-12-31")
                .then()
                .statusCode(200)
                .body("state", equalTo("PLANNED"))
                .body("dueAt", equalTo("2027-01-01T00:00:00+09:00"))
                .body("plan.late", equalTo(false));
        report("rm.officer", number)
                .then()
                .statusCode(200)
                .body("state", equalTo("REPORTED"))
                .body("dueAt", nullValue());
        verify("rm.authority", number, "RETURNED")
                .then()
                .statusCode(200)
                .body("state", equalTo("PLANNED"))
                .body("dueAt", equalTo("2027-01-01T00:00:00+09:00"));
        report("rm.officer2", number).then().statusCode(200);
        verify("rm.authority", number, "VERIFIED")
                .then()
                .statusCode(200)
                .body("state", equalTo("VERIFIED"))
                .body("allowed", empty())
                .body(
                        "acts.rule",
                        contains(
                                "remedy.recommended",
                                "remedy.planned",
                                "remedy.result-handed-in",
                                "remedy.returned",
                                "remedy.result-handed-in",
                                "remedy.verified"));
        verify("rm.authority", number, "VERIFIED").then().statusCode(409).body("allowed", empty());
    }

    @Test
    void a_plan_after_the_month_is_late_and_both_sides_are_told_once_a_week() {
        String number = recommended("2026-10-21").path("number");
        at("2026-11-23T23:59:59+09:00");
        sweep.run();
        assertThat(told(number, "[Due soon]")).containsExactlyInAnyOrder("rm.officer", "rm.officer2");
        assertThat(told(number, "[Overdue]")).isEmpty();

        at("2026-11-24T00:00:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told(number, "[Overdue]")).containsExactlyInAnyOrder("rm.officer", "rm.officer2", "rm.authority");
        at("2026-12-01T00:00:00+09:00");
        sweep.run();
        assertThat(told(number, "[Overdue]")).hasSize(6);
        As.person("rm.officer")
                .get("/api/v1/recommendations?overdue=true")
                .then()
                .body("items.number", hasItem(number));

        plan(number, "2026-12-31").then().statusCode(200).body("plan.late", equalTo(true));
        As.person("rm.officer")
                .get("/api/v1/recommendations?overdue=true")
                .then()
                .body("items.number", not(hasItem(number)));
    }

    @Test
    void only_the_central_authority_recommends_and_only_the_institution_answers() {
        String number = recommended("2026-10-21").path("number");

        As.person("rm.authority")
                .body(body("REVIEW", "RM-COURT", "2026-10-21", "null"))
                .post("/api/v1/recommendations")
                .then()
                .statusCode(403)
                .body("code", equalTo("remedy.not-the-recommender"));
        As.person("rm.officer")
                .body(body("SURVEY", "RM-TAX", "2026-10-21", "null"))
                .post("/api/v1/recommendations")
                .then()
                .statusCode(403);
        As.person("rm.operator")
                .body("{\"text\":\"x\",\"responsible\":\"x\",\"dueOn\":\"2026-12-31\"}")
                .put("/api/v1/recommendations/" + number + "/plan")
                .then()
                .statusCode(403);
        As.person("rm.court").get("/api/v1/recommendations/" + number).then().statusCode(404);
        As.person("rm.court").get("/api/v1/recommendations").then().body("items.number", not(hasItem(number)));
    }

    @Test
    void a_measure_of_ones_own_begins_with_its_plan_and_is_verified_by_a_colleague() {
        As.person("rm.officer")
                .body(body("OWN", "RM-TAX", "2026-10-21", "null"))
                .post("/api/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/plan"));
        Response made = As.person("rm.officer")
                .body(body(
                        "OWN",
                        "RM-TAX",
                        "2026-10-21",
                        "{\"text\":\"감시\",\"responsible\":\"망\",\"dueOn\":\"2026-11-30\"}"))
                .post("/api/v1/recommendations");
        made.then()
                .statusCode(201)
                .body("state", equalTo("PLANNED"))
                .body("planDueAt", nullValue())
                .body("dueAt", equalTo("2026-12-01T00:00:00+09:00"));
        String number = made.path("number");
        report("rm.officer", number).then().statusCode(200);
        verify("rm.officer", number, "VERIFIED")
                .then()
                .statusCode(403)
                .body("code", equalTo("remedy.reporter-verifies"));
        verify("rm.officer2", number, "VERIFIED").then().statusCode(200).body("state", equalTo("VERIFIED"));
    }

    @Test
    void what_cannot_be_is_said_field_by_field() {
        As.person("rm.authority")
                .body(body(
                        "REVIEW",
                        "RM-TAX",
                        "2026-10-22",
                        "{\"text\":\"x\",\"responsible\":\"x\",\"dueOn\":\"2026-10-20\"}"))
                .post("/api/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/receivedOn", "/plan", "/plan/dueOn"));
        String number = recommended("2026-10-21").path("number");
        plan(number, "2026-10-20").then().statusCode(422).body("errors[0].pointer", equalTo("/dueOn"));
    }

    @Test
    void a_recommendation_to_merge_is_planned_within_thirty_days_for_users_data_and_continuity() {
        system("RM-OLD", "RM-TAX");
        system("RM-INTO", "RM-MOIS");
        As.create("rm.situation", "SITUATION", "RM-MOIS");
        String wanted = merge("RM-OLD", "MERGE", "\"RM-INTO\"");
        As.person("rm.situation")
                .body(wanted)
                .post("/api/v1/recommendations")
                .then()
                .statusCode(403);
        Response made = As.person("rm.authority").body(wanted).post("/api/v1/recommendations");
        // thirty days end on Friday 20 November, the month on Monday 23 November
        made.then()
                .statusCode(201)
                .body("planDueOn", equalTo("2026-11-20"))
                .body("dueAt", equalTo("2026-11-21T00:00:00+09:00"))
                .body("wanted.kind", equalTo("MERGE"))
                .body("wanted.into", equalTo("RM-INTO"))
                .body("wanted.endedAt", nullValue());
        String number = made.path("number");
        plan(number, "2026-12-31").then().statusCode(422).body("errors.pointer", contains("/continuation"));
        String care =
                ",\"continuation\":{\"convenience\":\"안내\",\"data\":\"TRANSFER\",\"dataPlan\":\"전량 이관\",\"continuity\":\"병행 운영\"}";
        plan(number, "2026-12-31", care)
                .then()
                .statusCode(200)
                .body("plan.continuation.data", equalTo("TRANSFER"))
                .body("plan.continuation.continuity", equalTo("병행 운영"));
        plan(recommended("2026-10-21").path("number"), "2026-12-31", care)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/continuation"));
        As.person("rm.officer")
                .accept("text/html")
                .get("/actions/" + number)
                .then()
                .statusCode(200)
                .body(containsString("병행 운영"))
                .body(containsString("/systems/RM-OLD/lineage"));
    }

    @Test
    void a_merge_names_a_living_system_of_the_institution_and_another_one_into_which() {
        system("RM-GONE", "RM-TAX");
        system("RM-FOREIGN", "RM-MOIS");
        refused(merge("RM-GONE", "MERGE", "null"), "/wanted/into");
        refused(merge("RM-GONE", "MERGE", "\"RM-GONE\""), "/wanted/into");
        refused(merge("RM-GONE", "ABOLISH", "\"RM-FOREIGN\""), "/wanted/into");
        refused(merge("RM-FOREIGN", "ABOLISH", "null"), "/subject/id");
        refused(merge("RM-NOWHERE", "ABOLISH", "null"), "/subject/id");
        refused(merge("RM-GONE", "ABOLISH", "null").replace("MERGE_OR_ABOLISH", "SURVEY"), "/wanted");
        As.admin()
                .body("{\"kind\":\"RETIREMENT\",\"former\":[\"RM-GONE\"],\"reason\":\"폐지\"}")
                .post("/api/v1/systems/successions")
                .then()
                .statusCode(201);
        refused(merge("RM-GONE", "ABOLISH", "null"), "/subject/id");
    }

    @Test
    void an_abolition_is_verified_only_when_the_register_says_that_nothing_of_it_lives() {
        system("RM-SPLIT", "RM-TAX");
        String number = As.person("rm.authority")
                .body(merge("RM-SPLIT", "ABOLISH", "null"))
                .post("/api/v1/recommendations")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        String care =
                ",\"continuation\":{\"convenience\":\"안내\",\"data\":\"PRESERVATION\",\"dataPlan\":\"보존\",\"continuity\":\"대체\"}";
        plan(number, "2026-12-31", care).then().statusCode(200);
        report("rm.officer", number).then().statusCode(200);
        living(number, "RM-SPLIT");
        succeeded(
                "{\"kind\":\"SPLIT\",\"former\":[\"RM-SPLIT\"],\"latter\":[{\"code\":\"RM-SPLIT-A\",\"name\":{\"ko\":\"가\","
                        + "\"en\":\"A\"}},{\"code\":\"RM-SPLIT-B\",\"name\":{\"ko\":\"나\",\"en\":\"B\"}}],\"reason\":\"분할\"}");
        living(number, "RM-SPLIT-A", "RM-SPLIT-B");
        succeeded("{\"kind\":\"RETIREMENT\",\"former\":[\"RM-SPLIT-A\"],\"reason\":\"폐지\"}");
        living(number, "RM-SPLIT-B");
        As.person("rm.authority")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("outcome=VERIFIED&note=typed")
                .post("/actions/" + number + "/verification")
                .then()
                .statusCode(422)
                .body(containsString("RM-SPLIT-B"))
                .body(containsString("typed"));
        succeeded("{\"kind\":\"RETIREMENT\",\"former\":[\"RM-SPLIT-B\"],\"reason\":\"폐지\"}");
        verify("rm.authority", number, "VERIFIED").then().statusCode(200).body("state", equalTo("VERIFIED"));
    }

    private static void living(String number, String... codes) {
        verify("rm.authority", number, "VERIFIED")
                .then()
                .statusCode(409)
                .body("code", equalTo("remedy.still-lives"))
                .body("living", contains(codes));
    }

    private static void succeeded(String body) {
        As.admin().body(body).post("/api/v1/systems/successions").then().statusCode(201);
    }

    private static void refused(String body, String pointer) {
        As.person("rm.authority")
                .body(body)
                .post("/api/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    private static String merge(String system, String kind, String into) {
        return """
                {"basis":"MERGE_OR_ABOLISH","institution":"RM-TAX","subject":{"kind":"SYSTEM","id":"%s"},"title":"통합",
                 "text":"이용이 적다","receivedOn":"2026-10-21","wanted":{"kind":"%s","into":%s}}""".formatted(system, kind, into);
    }

    private static void system(String code, String owner) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"가\",\"en\":\"A\"},\"owner\":\"%s\",\"operator\":\"%s\"}"
                        .formatted(code, owner, owner))
                .post("/api/v1/systems");
    }

    private static String body(String basis, String institution, String receivedOn, String plan) {
        return """
                {"basis":"%s","institution":"%s","title":"포트 감시","text":"오류율을 감시한다","receivedOn":"%s","plan":%s}
                """.formatted(basis, institution, receivedOn, plan);
    }

    private static Response recommended(String receivedOn) {
        Response made = As.person("rm.authority")
                .body(body("REVIEW", "RM-TAX", receivedOn, "null"))
                .post("/api/v1/recommendations");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made;
    }

    private static Response plan(String number, String dueOn) {
        return plan(number, dueOn, "");
    }

    private static Response plan(String number, String dueOn, String more) {
        return As.person("rm.officer")
                .body("{\"text\":\"감시를 구성한다\",\"responsible\":\"망 담당\",\"dueOn\":\"%s\"%s}".formatted(dueOn, more))
                .put("/api/v1/recommendations/" + number + "/plan");
    }

    private static Response report(String username, String number) {
        return As.person(username)
                .body("{\"text\":\"구성함\",\"evidence\":\"화면 갈무리\"}")
                .put("/api/v1/recommendations/" + number + "/result");
    }

    private static Response verify(String username, String number, String outcome) {
        return As.person(username)
                .body("{\"outcome\":\"%s\",\"note\":\"현장에서 확인\"}".formatted(outcome))
                .put("/api/v1/recommendations/" + number + "/verification");
    }

    /** Who got a message of this title about the recommendation. */
    private static List<String> told(String number, String title) {
        return Stream.of("rm.officer", "rm.officer2", "rm.authority")
                .flatMap(person -> As.person(person)
                        .get("/api/v1/inbox?limit=200")
                        .<List<String>>path(
                                "items.findAll{it.title.en.startsWith('%s') && it.body.en.startsWith('%s')}.to"
                                        .formatted(title, number))
                        .stream())
                .toList();
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }
}
