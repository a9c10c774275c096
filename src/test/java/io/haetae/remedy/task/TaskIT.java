package io.haetae.remedy.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskIT {

    @Inject
    MovableClock clock;

    @Inject
    TaskSweep sweep;

    @Inject
    Sql sql;

    @BeforeEach
    void a_coordinator_and_an_owner() {
        at("2026-10-21T10:00:00+09:00");
        As.institution("PTMOIS", "MINISTRY", null, "PTMOIS");
        As.institution("PTMSIT", "MINISTRY", null, "PTMOIS");
        As.institution("PTMOHW", "MINISTRY", null, "PTMOIS");
        As.create("pt.mois", "OFFICER", "PTMOIS");
        As.create("pt.msit", "OFFICER", "PTMSIT");
        As.create("pt.mohw", "OFFICER", "PTMOHW");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void a_task_is_reported_month_by_month_until_it_is_done() {
        String number = programme();
        task(number, 1, "PTMSIT", "\"reportFrom\":\"2026-09\",\"partners\":[\"PTMOIS\"],")
                .statusCode(201);
        report("pt.msit", number, 1, "2026-09", 30, "ON_TRACK", "설계")
                .statusCode(200)
                // September was due on the fifth working day of October
                .body("months.month", contains("2026-10", "2026-09"))
                .body("months[1].reports[0].late", equalTo(true));
        report("pt.msit", number, 1, "2026-09", 40, "LATE", "설계").body("months[1].reports.percent", contains(40, 30));
        report("pt.msit", number, 1, "2026-11", 50, "ON_TRACK", "x")
                .statusCode(422)
                .body("errors.pointer", contains("/month"));
        report("pt.msit", number, 1, "2026-10", 90, "DONE", "x")
                .statusCode(422)
                .body("errors.pointer", contains("/percent"));
        report("pt.msit", number, 1, "2026-10", 90, "LATE", "")
                .statusCode(422)
                .body("errors.pointer", contains("/next"));
        report("pt.msit", number, 1, "2026-10", 100, "DONE", "")
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("allowed", empty());
        report("pt.msit", number, 1, "2026-10", 100, "DONE", "").statusCode(409).body("allowed", contains("reopening"));

        at("2026-11-21T10:00:00+09:00");
        sweep.run();
        programme(number).body("months", contains("2026-09", "2026-10")).body("tasks[0].missing", empty());
        As.person("pt.mois")
                .body("{\"reason\":\"다시\"}")
                .put(path(number) + "/tasks/1/reopening")
                .then()
                .statusCode(200)
                .body("months.month", contains("2026-11", "2026-10", "2026-09"));
    }

    @Test
    void missing_reports_are_named_in_the_list_the_matrix_the_sheet_and_to_both_sides() {
        String number = programme();
        task(number, 1, "PTMSIT", "").statusCode(201);
        task(number, 2, "PTMOIS", "\"dueOn\":\"2026-10-31\",").statusCode(201);
        As.person("pt.msit")
                .accept("text/html")
                .get("/policy-programmes/mine")
                .then()
                .body(containsString(number + "/tasks/1"));
        // made up, to show how it works: in no figure
        task(number, 3, "PTMOIS", "\"example\":true,\"dueOn\":\"2026-10-01\",").statusCode(201);
        report("pt.mois", number, 3, "2026-10", 90, "LATE", "예시").statusCode(200);
        report("pt.mois", number, 2, "2026-10", 60, "ON_TRACK", "마감").statusCode(200);
        at("2026-11-04T00:00:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told("pt.msit", number)).containsExactly("[Due soon] Monthly report of a policy task");
        at("2026-11-07T00:00:00+09:00");
        sweep.run();
        assertThat(told("pt.msit", number)).hasSize(2).contains("[Missing] Monthly report of a policy task");
        assertThat(told("pt.mois", number)).contains("[Missing] 1 monthly reports");

        programme(number)
                .body("months", contains("2026-10", "2026-11"))
                .body("tasks[0].missing", contains("2026-10"))
                .body("tasks[0].cells.state", contains("MISSING", "AWAITED"))
                .body("tasks[1].cells.state", contains("ON_TRACK", "AWAITED"))
                .body("tasks[1].overdue", equalTo(true))
                .body("owners.owner", contains("PTMOIS", "PTMSIT"))
                .body("owners.percent", contains(60, 0))
                .body("owners.missing", contains(0, 1));
        As.person("pt.mois")
                .get("/api/v1/policy-programmes")
                .then()
                .body("items.find { it.number == '%s' }.missing".formatted(number), equalTo(1))
                .body("items.find { it.number == '%s' }.percent".formatted(number), equalTo(30))
                .body("items.find { it.number == '%s' }.late".formatted(number), equalTo(1));
        As.person("pt.mois")
                .get(path(number) + "/sheet")
                .then()
                .body("month", equalTo("2026-10"))
                .body("lines.missing", contains(true, false, false))
                .body("lines[1].report.percent", equalTo(60));
        As.person("pt.mois")
                .accept("text/html")
                .get("/policy-programmes/" + number + "/sheet?month=2026-10")
                .then()
                .statusCode(200)
                .body(containsString("data-print"));
        String csv = As.person("pt.msit")
                .accept("text/csv")
                .get(path(number) + "/export")
                .asString();
        assertThat(csv.lines())
                .hasSize(7)
                .anyMatch(line -> line.startsWith(number + ",1,") && line.endsWith("2026-10,,,,,,true"));
    }

    @Test
    void who_has_no_part_in_it_does_not_know_of_it_and_each_side_keeps_to_its_steps() {
        String number = programme();
        task(number, 1, "PTMSIT", "").statusCode(201);
        As.person("pt.mohw").get(path(number)).then().statusCode(404);
        As.person("pt.mohw").get("/api/v1/policy-programmes").then().body("items.number", not(hasItem(number)));
        As.person("pt.msit").get("/api/v1/policy-programmes").then().body("items.number", hasItem(number));
        report("pt.mois", number, 1, "2026-10", 10, "ON_TRACK", "x").statusCode(403);
        As.person("pt.msit")
                .body("{\"reason\":\"x\"}")
                .put(path(number) + "/closure")
                .then()
                .statusCode(403);
        task(number, 1, "PTMSIT", "").statusCode(409).body("code", equalTo("remedy.task-number-taken"));
        task(number, 2, "NOWHERE", "\"reportFrom\":\"2026-11\",\"partners\":[\"NOBODY\"],")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/owner", "/partners/0", "/reportFrom"));
        // the owner changes: the new one sees it and reports
        As.person("pt.mois")
                .body("""
                        {"title":{"ko":"과제","en":"Task"},"kind":"IMMEDIATE","owner":"PTMOHW","partners":[],"dueOn":null,"note":null,
                         "reason":"소관 변경"}""")
                .put(path(number) + "/tasks/1/content")
                .then()
                .statusCode(200)
                .body("owner", equalTo("PTMOHW"));
        report("pt.mohw", number, 1, "2026-10", 10, "ON_TRACK", "x").statusCode(200);
        As.person("pt.mois")
                .accept("text/html")
                .get("/policy-programmes/" + number + "/tasks/1")
                .then()
                .statusCode(200);

        As.person("pt.mois")
                .body("{\"reason\":\"끝\"}")
                .put(path(number) + "/closure")
                .then()
                .statusCode(200);
        report("pt.mohw", number, 1, "2026-10", 20, "ON_TRACK", "x")
                .statusCode(409)
                .body("code", equalTo("remedy.programme-closed"));
    }

    @Test
    void tasks_are_read_in_the_language_of_the_reader_and_an_exercise_says_that_it_is_one() {
        String number = As.person("pt.mois")
                .body("""
                        {"title":{"ko":"모의 대책","en":"Mock measures"},"announcedOn":"2026-09-01",
                         "source":{"ko":"훈련 문서","en":"Exercise paper"},"exercise":true}""")
                .post("/api/v1/policy-programmes")
                .then()
                .statusCode(201)
                .body("exercise", equalTo(true), "source.en", equalTo("Exercise paper"))
                .extract()
                .path("number");
        task(number, 1, "PTMSIT", "\"note\":{\"ko\":\"내용\"},")
                .statusCode(400)
                .body("errors.pointer", contains("/note/en"));
        task(number, 1, "PTMSIT", "\"note\":{\"ko\":\"내용\",\"en\":\"What for\"},")
                .statusCode(201)
                .body("title.en", equalTo("Task"), "exercise", equalTo(true));
        report("pt.msit", number, 1, "2026-10", 100, "DONE", "").statusCode(200);
        page(number + "/sheet?month=2026-10", "en")
                .body(containsString("[EXERCISE]"), containsString("1. Task"), not(containsString("과제")));
        page(number + "/sheet?month=2026-10", "ko").body(containsString("[훈련]"), containsString("1. 과제"));
        page(number + "/tasks/1", "en").body(containsString("What for"));
        page(number, "ko").body(containsString("모의 대책"), containsString("훈련 문서"), containsString(">과제</a>"));
        reading("en")
                .accept("text/html")
                .get("/policy-programmes?limit=5")
                .then()
                .statusCode(200)
                .body(containsString("Mock measures"));
        // every task has ended: the coordinator is to end the programme
        page("mine", "en").body(containsString("Mock measures"), containsString("EXERCISE"));
        assertThat(csv(number, "en")).contains(",Task,IMMEDIATE,").contains(",DONE,true,2026-10,");
        assertThat(csv(number, "ko")).contains(",과제,IMMEDIATE,");

        String late = programme();
        task(late, 1, "PTMSIT", "").statusCode(201);
        at("2026-11-07T00:00:00+09:00");
        page("mine", "ko").body(containsString(late));
    }

    @Test
    void programmes_and_tasks_are_written_in_both_languages_on_the_pages() {
        Map<String, String> programme = Map.of(
                "title.ko", "협의체", "announcedOn", "2026-09-01", "source.ko", "보도자료", "source.en", "Press release");
        posting(programme, "/policy-programmes")
                .statusCode(422)
                .body(containsString("id=\"f-title.en-error\""), containsString("value=\"협의체\""));
        Map<String, String> whole = new HashMap<>(programme);
        whole.put("title.en", "Council");
        String there =
                posting(whole, "/policy-programmes").statusCode(303).extract().header("Location");
        String path = there.substring(there.indexOf("/policy-programmes/"));
        Map<String, String> task = Map.of(
                "number",
                "1",
                "title.ko",
                "과제",
                "title.en",
                "Task",
                "kind",
                "IMMEDIATE",
                "owner",
                "PTMSIT",
                "note.en",
                "x");
        posting(task, path + "/tasks").statusCode(422).body(containsString("id=\"f-note.ko-error\""));
        Map<String, String> noted = new HashMap<>(task);
        noted.put("note.ko", "내용");
        posting(noted, path + "/tasks").statusCode(303);
        reading("en").accept("text/html").get(path + "/tasks/1").then().body(containsString("value=\"Task\""));
        noted.put("title.en", "Other task");
        noted.put("reason", "x");
        posting(noted, path + "/tasks/1/content").statusCode(303);
        reading("en").get("/api/v1" + path + "/tasks/1").then().body("title.en", equalTo("Other task"));
    }

    private static ValidatableResponse posting(Map<String, String> form, String path) {
        return reading("en")
                .accept("text/html")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    private static ValidatableResponse page(String path, String language) {
        return reading(language)
                .accept("text/html")
                .get("/policy-programmes/" + path)
                .then()
                .statusCode(200);
    }

    private static String csv(String number, String language) {
        return reading(language)
                .accept("text/csv")
                .get(path(number) + "/export")
                .asString();
    }

    private static RequestSpecification reading(String language) {
        return given().auth().preemptive().basic("pt.mois", As.PASSWORD).header("Accept-Language", language);
    }

    private static String programme() {
        return As.person("pt.mois")
                .body("""
                        {"title":{"ko":"대책","en":"Measures"},"announcedOn":"2026-09-01",
                         "source":{"ko":"보도자료","en":"Press release"},"announcedTasks":26}""")
                .post("/api/v1/policy-programmes")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static ValidatableResponse programme(String number) {
        return As.person("pt.mois").get(path(number)).then().statusCode(200);
    }

    private static ValidatableResponse task(String programme, int number, String owner, String more) {
        return As.person("pt.mois")
                .body(
                        "{%s\"number\":%d,\"title\":{\"ko\":\"과제\",\"en\":\"Task\"},\"kind\":\"IMMEDIATE\",\"owner\":\"%s\"}"
                                .formatted(more, number, owner))
                .post(path(programme) + "/tasks")
                .then();
    }

    private static ValidatableResponse report(
            String who, String programme, int task, String month, int percent, String state, String next) {
        return As.person(who)
                .body("{\"percent\":%d,\"state\":\"%s\",\"done\":\"분석\",\"next\":%s}"
                        .formatted(percent, state, next.isEmpty() ? "null" : "\"" + next + "\""))
                .put(path(programme) + "/tasks/" + task + "/reports/" + month)
                .then();
    }

    private static String path(String number) {
        return "/api/v1/policy-programmes/" + number;
    }

    private List<String> told(String username, String number) {
        return sql.list("""
                select d.title_en from notify_delivery d join identity_person p on p.id = d.person
                 where d.subject_id = ? and p.username = ? and d.channel = 'IN_APP' order by d.at, d.id""", row -> row.getString("title_en"), number, username);
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }
}
