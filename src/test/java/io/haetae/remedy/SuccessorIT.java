package io.haetae.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.haetae.testing.As;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuccessorIT {

    private static final String SECTIONS = "{\"goals\":\"x\",\"importance\":\"x\",\"prevention\":\"x\",\"power\":\"x\","
            + "\"cooling\":\"x\",\"response\":\"x\"}";

    @Inject
    Successors successors;

    @Test
    void what_is_open_follows_to_the_successor_and_says_from_whom_and_what_is_closed_keeps_the_old_name() {
        As.institution("SUAUTH", "MINISTRY", null, "SUAUTH");
        As.institution("SUOLD", "AGENCY", null, "SUAUTH");
        As.institution("SUNEW", "AGENCY", null, "SUAUTH");
        As.create("su.authority", "AUTHORITY", "SUAUTH");
        As.create("su.old", "OFFICER", "SUOLD");
        As.create("su.new", "OFFICER", "SUNEW");

        String accepted = plan("su.authority", "SUOLD", "\"SUOLD\"");
        handIn("su.old", accepted);
        put("su.authority", accepted + "/acceptance", "{}").statusCode(200);
        String open = plan("su.authority", "SUOLD", "\"SUOLD\"");
        String both = plan("su.authority", "SUOLD", "\"SUOLD\",\"SUNEW\"");

        String answered = survey("su.authority", "\"SUOLD\"");
        put("su.old", answered + "/institutions/SUOLD/answers", "{\"answers\":[{\"question\":1,\"text\":\"x\"}]}")
                .statusCode(200);
        String unanswered = survey("su.authority", "\"SUOLD\"");
        post("su.authority", unanswered + "/findings", "{\"institution\":\"SUOLD\",\"text\":\"x\"}")
                .statusCode(201);
        String recommendation = put(
                        "su.authority", unanswered + "/findings/1/recommendation", "{\"title\":\"x\",\"text\":\"x\"}")
                .extract()
                .path("findings[0].recommendation");

        String programme = programme("su.authority");
        task("su.authority", programme, 1, "SUOLD", "");
        task("su.authority", programme, 2, "SUAUTH", "\"SUOLD\"");
        task("su.authority", programme, 3, "SUOLD", "");
        put("su.old", programme + "/tasks/3/reports/2026-11", "{\"percent\":100,\"state\":\"DONE\",\"done\":\"x\"}")
                .statusCode(200);

        task("su.authority", programme, 4, "SUNEW", "\"SUOLD\"");
        task("su.authority", programme, 5, "SUOLD", "\"SUNEW\",\"SUAUTH\"");

        merge("SUNEW", "SUOLD");

        get("su.new", open)
                .body("institution", equalTo("SUNEW"))
                .body("former", contains("SUOLD"))
                .body("allowed", contains("draft"));
        handIn("su.new", open);
        get("su.new", accepted).body("institution", equalTo("SUOLD")).body("former", empty());
        // the successor owes one of its own for the same guideline: it stands above the former, and answers for both
        get("su.new", both).body("institution", equalTo("SUOLD")).body("allowed", contains("draft"));
        page("su.new", open.replace("/api/v1", "")).body(containsString("/institutions/SUOLD\">SUOLD</a>"));

        get("su.new", unanswered)
                .body("institutions.institution", contains("SUNEW"))
                .body("institutions[0].former", contains("SUOLD"))
                .body("institutions[0].mine", equalTo(true))
                .body("findings.institution", contains("SUNEW"));
        get("su.new", answered).body("institutions.institution", contains("SUOLD"));
        get("su.new", "/api/v1/recommendations/" + recommendation)
                .body("institution", equalTo("SUNEW"))
                .body("former", contains("SUOLD"))
                .body("allowed", contains("plan"));

        get("su.new", programme)
                .body("tasks.owner", contains("SUNEW", "SUAUTH", "SUOLD", "SUNEW", "SUNEW"))
                .body("tasks[0].former", contains("SUOLD"))
                .body("tasks[1].partners", contains("SUNEW"))
                .body("tasks[1].former", contains("SUOLD"))
                .body("tasks[2].former", empty())
                .body("tasks[3].partners", empty())
                .body("tasks[3].former", contains("SUOLD"))
                .body("tasks[4].partners", contains("SUAUTH"));
        page("su.new", "/policy-programmes/mine").body(containsString("/tasks/1\""));

        As.create("su.auditor", "AUDITOR", null);
        get("su.auditor", "/api/v1/audit?subject=" + open.substring(open.lastIndexOf('/') + 1))
                .body("items.action", hasItems("remedy.institution-succeeded"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> successors.follow(new String[] {"SUOLD"})))
                .isEmpty();
    }

    @Test
    void what_a_central_authority_asked_is_led_by_the_one_it_was_merged_into() {
        As.institution("SUX", "MINISTRY", null, "SUX");
        As.institution("SUY", "MINISTRY", null, "SUY");
        As.institution("SUXA", "AGENCY", null, "SUX");
        As.create("su.x", "AUTHORITY", "SUX");
        As.create("su.y", "AUTHORITY", "SUY");
        As.create("su.xa", "OFFICER", "SUXA");
        String plan = plan("su.x", "SUXA", "\"SUXA\"");
        handIn("su.xa", plan);
        String survey = survey("su.x", "\"SUXA\"");
        String closed = survey("su.x", "\"SUXA\"");
        put("su.x", closed + "/closure", "{\"text\":\"x\"}").statusCode(200);
        String programme = programme("su.x");

        merge("SUY", "SUX");

        get("su.y", plan)
                .body("authority", equalTo("SUY"))
                .body("allowed", containsInAnyOrder("completion-request", "acceptance"));
        put("su.y", plan + "/acceptance", "{}").statusCode(200);
        get("su.y", survey).body("authority", equalTo("SUY")).body("former", contains("SUX"));
        put("su.y", survey + "/closure", "{\"text\":\"x\"}").statusCode(200);
        get("su.xa", closed).body("authority", equalTo("SUX")).body("former", empty());
        get("su.y", programme).body("coordinator", equalTo("SUY")).body("former", contains("SUX"));
    }

    private static void merge(String into, String former) {
        As.admin()
                .body("{\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-23\",\"former\":[\"%s\"],\"reason\":\"법률\"}"
                        .formatted(former))
                .post("/api/v1/institutions/" + into + "/changes")
                .then()
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"));
    }

    private static String plan(String authority, String institution, String addressed) {
        String guideline = post(
                        authority,
                        "/api/v1/plan-guidelines",
                        "{\"title\":\"지침\",\"text\":\"기준\",\"institutions\":[" + addressed + "]}")
                .statusCode(201)
                .extract()
                .path("number");
        String number = get(authority, "/api/v1/failure-plans?guideline=" + guideline)
                .extract()
                .path("items.find { it.institution == '%s' }.number".formatted(institution));
        return "/api/v1/failure-plans/" + number;
    }

    private static void handIn(String officer, String plan) {
        As.person(officer)
                .header("If-Match", get(officer, plan).extract().header("ETag"))
                .body(SECTIONS)
                .put(plan + "/draft")
                .then()
                .statusCode(200);
        put(officer, plan + "/submission", "{}").statusCode(200);
    }

    private static String survey(String authority, String addressed) {
        String number = post(authority, "/api/v1/surveys", """
                        {"title":"조사","purpose":"x","from":"2027-03-01","until":"2027-03-31","answerBy":"2027-03-15",
                         "institutions":[%s],"questions":[{"text":"x","kind":"TEXT"}]}""".formatted(addressed))
                .statusCode(201)
                .extract()
                .path("number");
        return "/api/v1/surveys/" + number;
    }

    private static String programme(String coordinator) {
        String number = post(coordinator, "/api/v1/policy-programmes", """
                        {"title":{"ko":"대책","en":"Measures"},"announcedOn":"2026-11-01",
                         "source":{"ko":"보도자료","en":"Press release"}}""")
                .statusCode(201)
                .extract()
                .path("number");
        return "/api/v1/policy-programmes/" + number;
    }

    private static void task(String coordinator, String programme, int number, String owner, String partners) {
        post(coordinator, programme + "/tasks", """
                        {"number":%d,"title":{"ko":"과제","en":"Task"},"kind":"IMMEDIATE","owner":"%s","partners":[%s]}""".formatted(number, owner, partners))
                .statusCode(201);
    }

    private static ValidatableResponse get(String who, String path) {
        return As.person(who).get(path).then().statusCode(200);
    }

    private static ValidatableResponse page(String who, String path) {
        return As.person(who).accept("text/html").get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String who, String path, String body) {
        return As.person(who).body(body).post(path).then();
    }

    private static ValidatableResponse put(String who, String path, String body) {
        return As.person(who).body(body).put(path).then();
    }
}
