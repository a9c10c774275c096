package io.haetae.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatusIT {

    private static final String WORDS = "현재 정부24에 접속할 수 없습니다.";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @Inject
    SystemService systems;

    @BeforeEach
    void a_service_for_citizens_and_one_for_officials() {
        clock.setTo(MovableClock.START);
        As.institution("GUMOIS", "MINISTRY", null, "GUMOIS");
        system("GU-ID", "CITIZEN", "");
        system("GU-24", "CITIZEN", """
                ,"publicText":{"ko":"현재 정부24에 접속할 수 없습니다.","en":"Government24 cannot be reached."},
                 "services":[{"code":"CERT","name":{"ko":"민원","en":"Certificates"},"emergency":false,"deadlines":[],
                  "substitutes":[
                   {"name":{"ko":"주민센터 방문","en":"Visit a community centre"},"kind":"COUNTER","contact":"가까운 주민센터","hours":"09:00-18:00","region":null,"dependsOn":[]},
                   {"name":{"ko":"전화 상담","en":"Call"},"kind":"PHONE","contact":"110","hours":null,"region":null,"dependsOn":[]},
                   {"name":{"ko":"무인민원발급기","en":"Kiosk"},"kind":"SITE","contact":null,"hours":null,"region":null,"dependsOn":["GU-ID"]}]}]
                """);
        system("GU-INSIDE", "INTERNAL", ",\"publicText\":{\"ko\":\"내부 문구\",\"en\":\"Inside words\"}");
        system("GU-UNSAID", "CITIZEN", "");
        nothingElseIsBroken();
    }

    @Test
    void while_nothing_is_announced_it_says_so_and_no_more() {
        summary()
                .body("page.id", equalTo("haetae"))
                .body("page.time_zone", equalTo("Asia/Seoul"))
                .body("status.indicator", equalTo("none"))
                .body("status.description", equalTo("No service failure is announced now"))
                .body("incidents", empty())
                .body("scheduled_maintenances", empty())
                .body("components.find { it.name == 'GU-24 en' }.status", equalTo("operational"))
                .body("components.find { it.name == 'GU-24 en' }.description", nullValue())
                .body("components.name", not(hasItem("GU-INSIDE en")))
                .body("components.name", not(hasItem("GU-UNSAID en")));
    }

    @Test
    void a_failure_shows_the_owners_words_and_what_to_use_instead_and_nothing_anybody_typed() {
        UUID incident = incident("NONE", "NORMAL", "FAILURE", false, 1);
        hit(incident, "GU-24", "STOPPED");
        hit(incident, "GU-INSIDE", "STOPPED");
        hit(incident, "GU-UNSAID", "STOPPED");
        summary()
                .body("status.indicator", equalTo("critical"))
                .body("incidents.size()", equalTo(1))
                .body("incidents[0].id", equalTo(incident.toString()))
                .body("incidents[0].name", equalTo("GU-24 en disrupted"))
                .body("incidents[0].status", equalTo("investigating"))
                .body("incidents[0].impact", equalTo("critical"))
                .body("incidents[0].created_at", equalTo("2026-11-23T10:00:00+09:00"))
                .body("incidents[0].incident_updates[0].body", equalTo("Government24 cannot be reached."))
                .body("components.find { it.name == 'GU-24 en' }.status", equalTo("major_outage"));
        String page = page("ko").asString();
        assertThat(page).contains(WORDS, "이용 불가", "주민센터 방문", "href=\"tel:110\"", "무인민원발급기");
        assertThat(page).doesNotContain("비밀 제목", "INC-", "내부 문구", "GU-UNSAID");
        assertThat(get("feed.atom").asString()).doesNotContain("비밀 제목", "INC-");
    }

    @Test
    void a_substitute_that_needs_a_system_which_is_down_is_not_offered() {
        UUID incident = incident("NONE", "NORMAL", "FAILURE", false, 2);
        hit(incident, "GU-24", "DEGRADED");
        hit(incident("CONFIRMED", "NORMAL", "FAILURE", false, 1), "GU-ID", "STOPPED");
        String page = page("en").asString();
        assertThat(page).contains("Slow", "Visit a community centre").doesNotContain("Kiosk");
        summary().body("status.indicator", equalTo("major"));
    }

    @Test
    void nothing_appears_by_itself_of_what_may_be_an_attack_or_is_known_to_few_or_only_feared_or_an_exercise() {
        hit(incident("SUSPECTED", "NORMAL", "FAILURE", false, 1), "GU-24", "STOPPED");
        silent();
        nothingElseIsBroken();
        hit(incident("NONE", "NEED_TO_KNOW", "FAILURE", false, 1), "GU-24", "STOPPED");
        silent();
        nothingElseIsBroken();
        hit(incident("NONE", "NORMAL", "FAILURE", true, 1), "GU-24", "STOPPED");
        hit(incident("NONE", "NORMAL", "FEARED", false, 1), "GU-24", "STOPPED");
        summary().body("incidents", empty()).body("status.indicator", equalTo("none"));
        assertThat(page("ko").asString()).doesNotContain(WORDS);
    }

    /** Neither that it fails nor that it runs. */
    private void silent() {
        summary()
                .body("incidents", empty())
                .body("status.indicator", equalTo("none"))
                .body("components.name", not(hasItem("GU-24 en")));
        assertThat(page("ko").asString()).doesNotContain(WORDS).doesNotContain("GU-24 ko");
    }

    @Test
    void what_is_mended_is_resolved_and_leaves_the_list_after_a_week() {
        UUID incident = incident("NONE", "NORMAL", "FAILURE", false, 1);
        hit(incident, "GU-24", "STOPPED");
        clock.advance(Duration.ofHours(2));
        sql.update(
                "update incident_system set recovery_level = 'FULL', recovered_at = ?, service = 'NORMAL' where incident = ?",
                clock.instant(),
                incident);
        sql.update("update incident set state = 'RECOVERED', recovered_at = ? where id = ?", clock.instant(), incident);
        summary()
                .body("incidents", empty())
                .body("components.find { it.name == 'GU-24 en' }.status", equalTo("operational"));
        get("api/v2/incidents/unresolved.json").then().body("incidents", empty());
        get("api/v2/incidents.json")
                .then()
                .body("incidents[0].status", equalTo("resolved"))
                .body("incidents[0].resolved_at", equalTo("2026-11-23T12:00:00+09:00"))
                .body("incidents[0].incident_updates.status", equalTo(List.of("resolved", "investigating")));
        XmlPath feed = new XmlPath(get("feed.atom").asString());
        assertThat(feed.getString("feed.entry[0].id")).isEqualTo("urn:uuid:" + incident);
        assertThat(feed.getString("feed.entry[0].updated")).isEqualTo("2026-11-23T12:00:00+09:00");
        assertThat(feed.getString("feed.entry[0].content")).startsWith("The service can be used again.");
        clock.advance(Duration.ofDays(8));
        get("api/v2/incidents.json").then().body("incidents", empty());
    }

    @Test
    void anybody_may_keep_an_answer_and_no_cookie_is_set() {
        Response first = get("api/v2/status.json");
        first.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=30")
                .header("Access-Control-Allow-Origin", "*");
        assertThat(first.getCookies()).isEmpty();
        anybody()
                .header("If-None-Match", first.header("ETag"))
                .get("/status/api/v2/status.json")
                .then()
                .statusCode(304);
        Response page = page("en");
        page.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=30")
                .body(containsString("lang=\"en\""));
        assertThat(page.getCookies()).isEmpty();
        get("api/v2/components.json").then().statusCode(200).body("page.url", equalTo("http://localhost:8080/status"));
    }

    /** Other tests share the database, and this page shows what all of them break. */
    private void nothingElseIsBroken() {
        sql.update("update incident set state = 'CANCELLED', recovered_at = null, closed_at = null, regrade_at = null");
    }

    private static ValidatableResponse summary() {
        return get("api/v2/summary.json").then().statusCode(200);
    }

    private static Response get(String path) {
        return anybody().get("/status/" + path);
    }

    private static Response page(String language) {
        return anybody().accept("text/html").get("/status?lang=" + language);
    }

    private static RequestSpecification anybody() {
        return RestAssured.given().header("Accept-Language", "en");
    }

    private static void system(String code, String audience, String more) {
        int status = As.admin()
                .body("{\"code\":\"" + code + "\",\"name\":{\"ko\":\"" + code + " ko\",\"en\":\"" + code + " en\"},"
                        + "\"owner\":\"GUMOIS\",\"operator\":\"GUMOIS\",\"audience\":\"" + audience + "\"" + more + "}")
                .post("/api/v1/systems")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    private UUID incident(String security, String visibility, String kind, boolean exercise, int grade) {
        return sql.list(
                        """
                        insert into incident (id, seq, number, kind, state, title, recorded_at, regions,
                            affected_institutions, life_safety, security, visibility, exercise, major, scope,
                            reported_by, failure_grade, grade_provisional, version)
                        select gen_random_uuid(), n, 'INC-2026-' || lpad(n::text, 6, '0'), ?, 'OPEN', '비밀 제목', ?,
                            '{}', '{}', false, ?, ?, ?, true, '{GUMOIS}', gen_random_uuid(), ?, true, 0
                        from nextval('incident_seq') as n returning id
                        """,
                        row -> row.getObject("id", UUID.class),
                        kind,
                        clock.instant(),
                        security,
                        visibility,
                        exercise,
                        grade)
                .get(0);
    }

    private void hit(UUID incident, String code, String service) {
        sql.update(
                """
                insert into incident_system (id, incident, system, code, by_place, service, stopped_since, data,
                    redundancy_lost, substitute, services, added_at, changed_at)
                values (gen_random_uuid(), ?, ?, ?, false, ?, ?, 'NONE', false, 'UNKNOWN', '{}', ?, ?)
                """,
                incident,
                systems.find(code).orElseThrow().id(),
                code,
                service,
                clock.instant(),
                clock.instant(),
                clock.instant());
    }
}
