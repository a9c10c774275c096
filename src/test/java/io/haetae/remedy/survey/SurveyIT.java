package io.haetae.remedy.survey;

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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyIT {

    private static final String QUESTIONS = "\"questions\":[{\"text\":\"이중화하였습니까\",\"kind\":\"YES_NO\"},"
            + "{\"text\":\"UPS 수\",\"kind\":\"NUMBER\"},{\"text\":\"개선 계획\",\"kind\":\"TEXT\"}]";
    private static final String ANSWERS = "{\"answers\":[{\"question\":1,\"text\":\"NO\"},"
            + "{\"question\":2,\"text\":\"12\"},{\"question\":3,\"text\":\"내년\"}]}";

    @Inject
    MovableClock clock;

    @Inject
    SurveySweep sweep;

    @Inject
    Sql sql;

    @BeforeEach
    void an_authority_and_two_agencies() {
        at("2026-10-21T10:00:00+09:00");
        As.institution("SVMOIS", "MINISTRY", null, "SVMOIS");
        As.institution("SVTAX", "AGENCY", null, "SVMOIS");
        As.institution("SVPOST", "AGENCY", null, "SVMOIS");
        As.institution("SVCOURT", "CONSTITUTIONAL", null, "SVCOURT");
        As.create("sv.authority", "AUTHORITY", "SVMOIS");
        As.create("sv.tax", "OFFICER", "SVTAX");
        As.create("sv.post", "OFFICER", "SVPOST");
        As.create("sv.court", "AUTHORITY", "SVCOURT");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void two_months_before_or_urgent_the_day_before_and_not_a_day_later() {
        announcing("2026-12-21", "")
                .statusCode(422)
                .body("errors.pointer", contains("/from"))
                .body("errors[0].detail", containsString("2026-12-22"));
        announcing("2026-12-22", "").statusCode(201).body("version", equalTo(1));
        String urgent = "\"urgentReason\":\"화재\",";
        announcing("2026-10-21", urgent)
                .statusCode(422)
                .body("errors.pointer", contains("/from"))
                .body("errors[0].detail", containsString("2026-10-22"));
        announcing("2026-10-22", urgent).statusCode(201).body("urgentReason", equalTo("화재"));
        announcing("2026-12-22", "\"notifiedOn\":\"2026-10-22\",")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/notifiedOn", "/from"));
    }

    @Test
    void what_else_cannot_be_is_said_field_by_field() {
        As.person("sv.authority")
                .body("""
                        {"title":"x","purpose":"x","from":"2026-12-22","until":"2026-12-20","answerBy":"2026-12-21",
                         "institutions":["SVTAX","SVCOURT"],%s}""".formatted(QUESTIONS))
                .post("/api/v1/surveys")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/until", "/answerBy", "/institutions/1"));
        As.person("sv.tax").body("{}").post("/api/v1/surveys").then().statusCode(403);
    }

    @Test
    void institutions_answer_are_visited_and_a_finding_becomes_a_recommendation_of_the_ordinary_chain() {
        String number = announcing("2026-12-22", "").statusCode(201).extract().path("number");
        put(
                        "sv.tax",
                        number,
                        "institutions/SVTAX/answers",
                        "{\"answers\":[{\"question\":1,\"text\":\"MAYBE\"},"
                                + "{\"question\":2,\"text\":\"many\"},{\"question\":9,\"text\":\"x\"}]}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/answers/0/text", "/answers/1/text", "/answers/2/question", "/answers"));
        put("sv.tax", number, "institutions/SVTAX/answers", ANSWERS)
                .statusCode(200)
                // an institution sees itself alone
                .body("institutions.institution", contains("SVTAX"))
                .body("institutions[0].answers.text", contains("NO", "12", "내년"))
                .body("allowed", contains("answers"));
        put("sv.tax", number, "institutions/SVPOST/answers", ANSWERS).statusCode(404);
        assertThat(told("sv.authority", number)).containsExactly("[Survey answered] 실태 조사");

        put("sv.authority", number, "institutions/SVTAX/visit", "{\"on\":\"2026-12-21\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        put("sv.authority", number, "institutions/SVTAX/visit", "{\"on\":\"2026-12-23\",\"note\":\"대전\"}")
                .statusCode(200)
                .body("institutions.find { it.institution == 'SVTAX' }.visitOn", equalTo("2026-12-23"));
        assertThat(told("sv.tax", number)).contains("[Survey] 실태 조사", "[On-site inspection] 실태 조사");
        As.person("sv.authority")
                .body("{\"institution\":\"SVTAX\",\"text\":\"전원이 하나\"}")
                .post(path(number) + "/findings")
                .then()
                .statusCode(201)
                .body("findings.number", contains(1));

        at("2026-12-24T10:00:00+09:00");
        String body = "{\"title\":\"전원 이중화\",\"text\":\"전원을 이중화한다\"}";
        String recommendation = put("sv.authority", number, "findings/1/recommendation", body)
                .statusCode(200)
                .body("findings[0].recommendationState", equalTo("RECOMMENDED"))
                .extract()
                .path("findings[0].recommendation");
        put("sv.authority", number, "findings/1/recommendation", body)
                .statusCode(409)
                .body("number", equalTo(recommendation));
        As.person("sv.tax")
                .get("/api/v1/recommendations/" + recommendation)
                .then()
                .body("basis", equalTo("SURVEY"))
                .body("subject.kind", equalTo("SURVEY"))
                .body("subject.id", equalTo(number))
                // 24 January 2027 is a Sunday
                .body("planDueOn", equalTo("2027-01-25"));
        As.person("sv.post").get(path(number)).then().statusCode(200).body("findings", empty());
        As.person("sv.tax")
                .accept("text/html")
                .get("/surveys/" + number)
                .then()
                .statusCode(200)
                .body(containsString("/actions/" + recommendation));
        As.person("sv.authority")
                .accept("text/html")
                .get("/actions/" + recommendation)
                .then()
                .body(containsString("/surveys/" + number));

        put("sv.authority", number, "closure", "{\"text\":\"마침\"}")
                .statusCode(200)
                .body("allowed", contains("recommendation"));
        put("sv.tax", number, "institutions/SVTAX/answers", ANSWERS)
                .statusCode(409)
                .body("allowed", contains("recommendation"));
    }

    @Test
    void only_its_authority_leads_it_and_whoever_is_not_asked_does_not_know_of_it() {
        String number = announcing("2026-12-22", "").extract().path("number");
        put("sv.tax", number, "closure", "{\"text\":\"x\"}").statusCode(403);
        put("sv.court", number, "closure", "{\"text\":\"x\"}").statusCode(404);
        As.person("sv.court").get(path(number)).then().statusCode(404);
        As.person("sv.court").get("/api/v1/surveys").then().body("items.number", not(hasItem(number)));
        As.person("sv.tax").get("/api/v1/surveys").then().body("items.number", hasItem(number));
        As.person("sv.tax").accept("text/html").get("/surveys/mine").then().body(containsString(number));
        put("sv.authority", number, "cancellation", "{\"text\":\"연기\"}")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        assertThat(told("sv.post", number)).contains("[Survey cancelled] 실태 조사");
    }

    @Test
    void who_has_not_answered_is_reminded_until_it_answers() {
        String number = announcing("2026-12-22", "").extract().path("number");
        at("2026-12-10T00:00:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told("sv.tax", number)).containsExactly("[Survey] 실태 조사", "[Due soon] Survey 실태 조사");
        put("sv.post", number, "institutions/SVPOST/answers", ANSWERS).statusCode(200);
        at("2026-12-24T00:00:00+09:00");
        sweep.run();
        assertThat(told("sv.tax", number)).contains("[Overdue] Survey 실태 조사");
        assertThat(told("sv.post", number)).doesNotContain("[Overdue] Survey 실태 조사");
        put("sv.tax", number, "institutions/SVTAX/answers", ANSWERS)
                .statusCode(200)
                .body("institutions[0].late", equalTo(true));
    }

    @Test
    void an_institution_is_reminded_of_a_visit_before_it_and_on_its_day_and_never_after() {
        String number = announcing("2026-12-22", "").extract().path("number");
        put("sv.authority", number, "institutions/SVTAX/visit", "{\"on\":\"2026-12-23\",\"note\":\"대전\"}")
                .statusCode(200);
        As.person("sv.tax")
                .get("/api/v1/surveys")
                .then()
                .body("items.find { it.number == '%s' }.visitOn".formatted(number), equalTo("2026-12-23"));
        put("sv.tax", number, "institutions/SVTAX/answers", ANSWERS).statusCode(200);
        // three quarters of the time from 10:00 on 21 October to 09:00 on 23 December
        at("2026-12-07T15:14:59+09:00");
        sweep.run();
        assertThat(told("sv.tax", number)).doesNotContain("[On-site inspection near] 실태 조사");
        at("2026-12-07T15:15:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told("sv.tax", number)).containsOnlyOnce("[On-site inspection near] 실태 조사");
        at("2026-12-22T09:00:00+09:00");
        sweep.run();
        assertThat(told("sv.tax", number).stream().filter("[On-site inspection near] 실태 조사"::equals))
                .hasSize(2);
        As.person("sv.tax").accept("text/html").get("/surveys/mine").then().body(containsString(number));
        at("2026-12-23T09:00:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told("sv.tax", number)).containsOnlyOnce("[On-site inspection today] 실태 조사");
        assertThat(told("sv.post", number)).noneMatch(title -> title.contains("inspection"));
        at("2026-12-24T00:00:00+09:00");
        sweep.run();
        assertThat(told("sv.tax", number).stream().filter(title -> title.contains("inspection ")))
                .hasSize(3);
        As.person("sv.tax").accept("text/html").get("/surveys/mine").then().body(not(containsString(number)));
        As.person("sv.authority")
                .accept("text/html")
                .get("/surveys/mine")
                .then()
                .body(not(containsString(number)));
        at("2027-01-01T00:00:00+09:00");
        As.person("sv.authority")
                .accept("text/html")
                .get("/surveys/mine")
                .then()
                .body(containsString(number));
    }

    @Test
    void an_exercise_is_marked_with_what_is_told_and_recommended_in_it() {
        String number = announcing("2026-12-22", "\"exercise\":true,")
                .statusCode(201)
                .body("exercise", equalTo(true))
                .extract()
                .path("number");
        assertThat(told("sv.tax", number)).containsExactly("[EXERCISE] [Survey] 실태 조사");
        As.person("sv.authority")
                .body("{\"institution\":\"SVTAX\",\"text\":\"전원이 하나\"}")
                .post(path(number) + "/findings")
                .then()
                .statusCode(201);
        String recommendation = put(
                        "sv.authority", number, "findings/1/recommendation", "{\"title\":\"x\",\"text\":\"x\"}")
                .extract()
                .path("findings[0].recommendation");
        As.person("sv.tax")
                .get("/api/v1/recommendations/" + recommendation)
                .then()
                .body("exercise", equalTo(true));
        As.person("sv.tax")
                .accept("text/html")
                .get("/surveys/" + number)
                .then()
                .body(containsString("<title>[EXERCISE]"), containsString("h-exercise"));
    }

    @Test
    void the_page_takes_as_many_questions_as_the_interface_and_works_without_a_script() {
        String body = As.person("sv.authority")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("title", "실태 조사")
                .formParam(
                        "pasted",
                        IntStream.rangeClosed(1, 199).mapToObj(i -> "문항 " + i).collect(Collectors.joining("\n")))
                .formParam("questions.0.text", "이중화하였습니까")
                .formParam("questions.0.kind", "YES_NO")
                .formParam("edit", "add")
                .post("/surveys/new")
                .then()
                .statusCode(200)
                .body(containsString("value=\"실태 조사\""), not(containsString("value=\"add\"")))
                .body(containsString("name=\"questions.199.text\""), not(containsString("questions.200.text")))
                .extract()
                .asString();
        assertThat(body).contains("value=\"remove-199\"").doesNotContain("value=\"down-199\"");
        RequestSpecification form = As.person("sv.authority")
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("title", "실태 조사")
                .formParam("purpose", "전원")
                .formParam("from", "2026-12-22")
                .formParam("until", "2026-12-31")
                .formParam("answerBy", "2026-12-23")
                .formParam("institutions", "SVTAX");
        for (int i = 1; i <= 200; i++) {
            form.formParam("questions." + i + ".text", "문항 " + i).formParam("questions." + i + ".kind", "NUMBER");
        }
        String location = form.formParam("questions.0.text", "")
                .post("/surveys/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        As.person("sv.authority")
                .get("/api/v1" + location.substring(location.indexOf("/surveys/")))
                .then()
                .body("questions.size()", equalTo(200))
                .body("questions[199].text", equalTo("문항 200"))
                .body("questions[199].kind", equalTo("NUMBER"));
    }

    private static ValidatableResponse announcing(String from, String more) {
        return As.person("sv.authority")
                .body("""
                        {%s"title":"실태 조사","purpose":"전원","from":"%s","until":"2026-12-31","answerBy":"2026-12-23",
                         "institutions":["SVTAX","SVPOST"],%s}""".formatted(more, from, QUESTIONS))
                .post("/api/v1/surveys")
                .then();
    }

    private static String path(String number) {
        return "/api/v1/surveys/" + number;
    }

    private static ValidatableResponse put(String who, String number, String noun, String body) {
        return As.person(who).body(body).put(path(number) + "/" + noun).then();
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
