package io.haetae.remedy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a central authority of its own with a ministry, an office below it and a public body. */
@QuarkusTest
class PlanIT {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String SECTIONS = "\"goals\":\"99.9 %%\",\"importance\":\"등급별\",\"prevention\":\"점검\","
            + "\"power\":%s,\"cooling\":\"이중화\",\"response\":\"즉시 전파\",\"other\":null";

    @Inject
    MovableClock clock;

    @Inject
    PlanSweep sweep;

    @Inject
    Sql sql;

    private String authority = "";
    private String ministry = "";
    private String body = "";
    private String deciding = "";
    private String officer = "";

    @BeforeEach
    void an_authority_and_its_institutions() {
        at("2026-10-21T10:00:00+09:00");
        int n = NEXT.incrementAndGet();
        authority = "FPA" + n;
        ministry = "FPM" + n;
        body = "FPB" + n;
        deciding = "fp.authority" + n;
        officer = "fp.officer" + n;
        As.institution(authority, "MINISTRY", null, authority);
        As.institution(ministry, "MINISTRY", null, authority);
        As.institution("FPO" + n, "AGENCY", ministry, authority);
        As.institution(body, "PUBLIC_BODY", ministry, authority);
        As.create(deciding, "AUTHORITY", authority);
        As.create(officer, "OFFICER", ministry);
        As.create("fp.body" + n, "OFFICER", body);
        As.institution("FP-COURT", "CONSTITUTIONAL", null, "FP-COURT");
        As.create("fp.court", "AUTHORITY", "FP-COURT");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_guideline_is_for_every_institution_with_a_head_and_its_terms_are_counted_by_the_civil_act() {
        String number = issued("");

        As.person(deciding)
                .get("/api/v1/plan-guidelines/" + number)
                .then()
                .statusCode(200)
                .body("plansDueOn", equalTo("2027-01-21"))
                .body("plansDueAt", equalTo("2027-01-22T00:00:00+09:00"))
                // 21 October 2029 is a Sunday
                .body("renewalDueOn", equalTo("2029-10-22"))
                .body("standing.plans", equalTo(3))
                .body("standing.awaited", equalTo(3))
                .body("succeeded", equalTo(false));
        As.person(deciding)
                .get("/api/v1/failure-plans?guideline=" + number)
                .then()
                .body("items.institution", contains(authority, body, ministry));
        // the ministry sees its own and the body's below it
        As.person(officer).get("/api/v1/plan-guidelines/" + number).then().body("standing.plans", equalTo(2));
        As.person("fp.court").get("/api/v1/plan-guidelines/" + number).then().statusCode(404);
        As.person("fp.court").get("/api/v1/failure-plans").then().body("items.guideline", not(contains(number)));
        As.person(officer)
                .accept("text/html")
                .get("/failure-plans")
                .then()
                .statusCode(200)
                .body(containsString(number));
        As.person(deciding)
                .accept("text/html")
                .get("/failure-plans/guidelines/" + number)
                .then()
                .statusCode(200)
                .body(containsString("Institution " + ministry));
    }

    @Test
    void what_cannot_be_addressed_or_was_not_issued_yet_is_said_field_by_field() {
        issuing("\"issuedOn\":\"2026-10-22\",\"institutions\":[\"FP-COURT\",\"" + ministry + "\"],")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/issuedOn", "/institutions/0"));
        As.person(officer)
                .body("{\"title\":\"x\",\"text\":\"x\"}")
                .post("/api/v1/plan-guidelines")
                .then()
                .statusCode(403);
    }

    @Test
    void a_plan_is_written_handed_in_completed_and_accepted_and_every_edition_stays() {
        String plan = plan(issued(""));
        draft(plan, 1, "null").statusCode(200).body("state", equalTo("AWAITED"));
        draft(plan, 1, "\"x\"").statusCode(412);
        put(officer, plan, "submission", "{}").statusCode(422).body("errors.pointer", contains("/power"));
        // nobody but the institution sees what is being written
        As.person(deciding).get(path(plan)).then().body("draft", nullValue());
        As.person(officer).get(path(plan)).then().body("draft.text.goals", equalTo("99.9 %"));

        String file = attached(plan);
        As.person(deciding).get(path(plan) + "/files/" + file).then().statusCode(404);
        draft(plan, 2, "\"UPS 이중화\"").statusCode(200).body("allowed", contains("draft", "submission"));
        put(officer, plan, "submission", "{\"documentNumber\":\"정보-1\"}")
                .statusCode(200)
                .body("state", equalTo("HANDED_IN"))
                .body("editions[0].late", equalTo(false))
                .body("editions[0].files.name", contains("x.txt"))
                .body("dueAt", nullValue());
        assertThat(told(deciding, plan)).contains("[Failure-management plan] Institution " + ministry);
        As.person(deciding).get(path(plan) + "/files/" + file).then().statusCode(200);

        put(deciding, plan, "completion-request", "{\"text\":\"배터리\",\"until\":\"2026-10-20\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        put(deciding, plan, "completion-request", "{\"text\":\"배터리 점검\",\"until\":\"2026-11-05\"}")
                .statusCode(200)
                .body("state", equalTo("COMPLETION_REQUESTED"))
                .body("completion.text", equalTo("배터리 점검"))
                .body("dueAt", equalTo("2026-11-06T00:00:00+09:00"));
        put(deciding, plan, "acceptance", "{}")
                .statusCode(409)
                .body("allowed", contains("draft", "submission", "release"));
        put(officer, plan, "submission", "{}").statusCode(422);
        draft(plan, 5, "\"UPS와 배터리\"").statusCode(200);
        at("2026-11-06T00:00:00+09:00");
        put(officer, plan, "submission", "{}").statusCode(200).body("editions[0].late", equalTo(true));
        put(deciding, plan, "acceptance", "{}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("inForce", equalTo(2))
                .body("editions.text.power", contains("UPS와 배터리", "UPS 이중화"))
                .body(
                        "acts.rule",
                        contains(
                                "remedy.failure-plan-handed-in",
                                "remedy.failure-plan-completion-requested",
                                "remedy.failure-plan-supplemented",
                                "remedy.failure-plan-accepted"));
        As.person(deciding)
                .accept("text/html")
                .get("/failure-plans/" + plan)
                .then()
                .statusCode(200)
                .body(containsString("배터리 점검"));
    }

    @Test
    void an_exercise_takes_no_real_guidelines_place_and_is_marked_with_its_plans() {
        String real = issued("");
        String mock = issuing("\"exercise\":true,\"institutions\":[\"" + ministry + "\"],")
                .statusCode(201)
                .body("exercise", equalTo(true))
                .extract()
                .path("number");
        As.person(deciding).get("/api/v1/plan-guidelines/" + real).then().body("succeeded", equalTo(false));
        String plan = plan(mock);
        As.person(officer).get(path(plan)).then().body("exercise", equalTo(true));
        As.person(officer).get(path(plan(real))).then().body("exercise", equalTo(false));
        assertThat(told(officer, mock))
                .allMatch(title -> title.startsWith("[EXERCISE] "))
                .isNotEmpty();
        As.person(officer)
                .accept("text/html")
                .get("/failure-plans/" + plan)
                .then()
                .body(containsString("<title>[EXERCISE]"));
        // nobody renews an exercise; the real one is on the authority's page half a year before
        at("2029-06-01T10:00:00+09:00");
        As.person(deciding)
                .accept("text/html")
                .get("/failure-plans/mine")
                .then()
                .body(containsString("guidelines/" + real), not(containsString("guidelines/" + mock)));
    }

    @Test
    void a_file_of_the_draft_is_removed_and_what_was_handed_in_stays() {
        String plan = plan(issued(""));
        String wrong = attached(plan);
        As.person(officer).get(path(plan)).then().body("draft.files.name", contains("x.txt"));
        As.person(officer)
                .accept("text/html")
                .get("/failure-plans/" + plan)
                .then()
                .body(containsString("/files/" + wrong + "/removal"));
        As.person(deciding).delete(path(plan) + "/files/" + wrong).then().statusCode(403);
        As.person(officer).delete(path(plan) + "/files/" + wrong).then().statusCode(204);
        As.person(officer).delete(path(plan) + "/files/" + wrong).then().statusCode(404);
        As.person(officer).get(path(plan)).then().body("draft.files", empty());
        assertThat(sql.list(
                        "select action from audit_entry where subject_id = ? and action like '%-file-%' order by id",
                        row -> row.getString("action"), plan))
                .containsExactly("remedy.failure-plan-file-added", "remedy.failure-plan-file-removed");

        String file = attached(plan);
        draft(plan, 1, "\"UPS\"").statusCode(200);
        put(officer, plan, "submission", "{}").statusCode(200);
        As.person(officer).delete(path(plan) + "/files/" + file).then().statusCode(409);
        put(deciding, plan, "completion-request", "{\"text\":\"배터리\",\"until\":\"2026-11-05\"}")
                .statusCode(200);
        assertThat(told(officer, plan)).contains("[Completion requested] Failure-management plan");
        As.person(officer)
                .accept("text/html")
                .get("/failure-plans/mine")
                .then()
                .body(containsString("/failure-plans/" + plan), containsString("2026-11-06T00:00:00+09:00"));
        As.person(officer)
                .delete(path(plan) + "/files/" + file)
                .then()
                .statusCode(409)
                .body("code", equalTo("remedy.file-handed-in"));
        assertThatThrownBy(() -> sql.update("delete from remedy_file where id = ?::uuid", file))
                .hasMessageContaining("a file that was handed in is not removed");
    }

    @Test
    void the_sides_keep_to_their_steps_and_nobody_decides_about_what_he_handed_in() {
        String guideline = issued("\"institutions\":[\"" + authority + "\",\"" + ministry + "\"],");
        String plan = plan(guideline);
        put(deciding, plan, "release", "{\"reason\":\"x\"}").statusCode(200).body("state", equalTo("RELEASED"));
        put(deciding, plan, "release", "{\"reason\":\"x\"}").statusCode(409).body("allowed", empty());
        As.person("fp.court").get(path(plan)).then().statusCode(404);

        String own = numberOf(deciding, guideline, authority);
        String both = "fp.both" + NEXT.get();
        As.admin()
                .body(
                        "{\"username\":\"%s\",\"password\":\"%s\",\"name\":\"x\",\"roles\":[\"OFFICER\",\"AUTHORITY\"],\"institution\":\"%s\"}"
                                .formatted(both, As.PASSWORD, authority))
                .post("/api/v1/people")
                .then()
                .statusCode(201);
        As.person(both)
                .header("If-Match", "\"1\"")
                .body("{" + SECTIONS.formatted("\"x\"") + "}")
                .put(path(own) + "/draft")
                .then()
                .statusCode(200);
        put(both, own, "submission", "{}").statusCode(200).body("allowed", empty());
        put(both, own, "acceptance", "{}").statusCode(403).body("code", equalTo("remedy.failure-plan-own"));
        put(deciding, own, "acceptance", "{}").statusCode(200);
    }

    @Test
    void offices_are_warned_and_reminded_and_the_authority_is_told_once_how_many_are_late() {
        String guideline = issued("");
        String plan = plan(guideline);
        // three quarters of the term, two weeks, three days
        at("2026-12-29T23:59:00+09:00");
        sweep.run();
        assertThat(told(officer, plan)).containsExactly("[Due soon] Failure-management plan");
        at("2027-01-08T00:00:00+09:00");
        sweep.run();
        sweep.run();
        at("2027-01-19T00:00:00+09:00");
        sweep.run();
        assertThat(told(officer, plan)).hasSize(3);
        at("2027-01-22T00:00:00+09:00");
        sweep.run();
        assertThat(told(officer, plan)).hasSize(4).contains("[Overdue] Failure-management plan");
        assertThat(told(deciding, guideline)).containsExactly("[Overdue] 3 failure-management plans");
        at("2027-01-29T00:00:00+09:00");
        sweep.run();
        assertThat(told(deciding, guideline)).hasSize(2);
        As.person(deciding)
                .get("/api/v1/failure-plans?overdue=true&guideline=" + guideline)
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void a_guideline_whose_three_years_run_out_is_called_to_mind_until_a_later_one_is_issued() {
        String first = issued("\"issuedOn\":\"2024-03-04\",");
        // 180, 90 and 30 days before 4 March 2027
        at("2026-12-05T00:00:00+09:00");
        sweep.run();
        assertThat(told(deciding, first)).contains("[Three years] Guideline for failure-management plans 지침");
        String second = issued("");
        As.person(deciding)
                .get("/api/v1/plan-guidelines")
                .then()
                .body("items.number", contains(second, first))
                .body("items.succeeded", contains(false, true));
        at("2027-03-10T00:00:00+09:00");
        sweep.run();
        assertThat(told(deciding, first).stream().filter(title -> title.startsWith("[Three years]")))
                .hasSize(1);
    }

    private ValidatableResponse issuing(String more) {
        return As.person(deciding)
                .body("{" + more + "\"title\":\"지침\",\"text\":\"목표와 기준\"}")
                .post("/api/v1/plan-guidelines")
                .then();
    }

    private String issued(String more) {
        return issuing(more).statusCode(201).extract().path("number");
    }

    private String plan(String guideline) {
        return numberOf(deciding, guideline, ministry);
    }

    private static String numberOf(String who, String guideline, String institution) {
        return As.person(who)
                .get("/api/v1/failure-plans?guideline=%s&institution=%s".formatted(guideline, institution))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.institution == '%s' }.number".formatted(institution));
    }

    private static String path(String plan) {
        return "/api/v1/failure-plans/" + plan;
    }

    private ValidatableResponse draft(String plan, int version, String power) {
        return As.person(officer)
                .header("If-Match", "\"" + version + "\"")
                .body("{" + SECTIONS.formatted(power) + "}")
                .put(path(plan) + "/draft")
                .then();
    }

    private static ValidatableResponse put(String who, String plan, String noun, String body) {
        return As.person(who).body(body).put(path(plan) + "/" + noun).then();
    }

    private String attached(String plan) {
        Response made = As.person(officer)
                .body("{\"name\":\"x.txt\",\"content\":\"eA==\"}")
                .post(path(plan) + "/files");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("id");
    }

    /** The titles of what somebody was told about a thing. */
    private List<String> told(String username, String number) {
        return sql.list("""
                select d.title_en from notify_delivery d join identity_person p on p.id = d.person
                 where d.subject_id = ? and p.username = ? and d.channel = 'IN_APP' order by d.id""", row -> row.getString("title_en"), number, username);
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }
}
