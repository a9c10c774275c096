package io.haetae.duty;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterIT {

    private static final String MORNING = "2026-11-23T10:00:00+09:00";
    private static final String EVENING = "2026-11-23T18:00:00+09:00";

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @BeforeEach
    void a_ministry_with_an_agency_and_a_twin() {
        clock.setTo(MovableClock.START);
        As.institution("ROMOIS", "MINISTRY", null, "ROMOIS");
        As.institution("RONIRS", "AGENCY", "ROMOIS", "ROMOIS");
        As.institution("ROTWIN", "MINISTRY", null, "ROTWIN");
        As.create("ro.officer", "OFFICER", "ROMOIS");
        As.create("ro.below", "OFFICER", "RONIRS");
        As.create("ro.op", "OPERATOR", "RONIRS");
        As.create("ro.night", "OPERATOR", "RONIRS");
        As.create("ro.twin", "OFFICER", "ROTWIN");
        sql.update("delete from duty_post where institution in ('ROMOIS', 'RONIRS', 'ROTWIN')");
    }

    @Test
    void an_officer_puts_somebody_on_the_roster_of_an_institution_below_his_own() {
        post("ro.officer", post("RONIRS", "DUTY", "ro.op", MORNING, EVENING))
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("function", equalTo("DUTY"))
                .body("person", equalTo("ro.op"))
                .body("rank", equalTo(1))
                .body("from", equalTo(MORNING))
                .body("until", equalTo(EVENING));
        As.person("ro.op")
                .queryParam("institution", "RONIRS")
                .get("/api/v1/rosters")
                .then()
                .statusCode(200)
                .body("items.person", contains("ro.op"));
    }

    @Test
    void nobody_keeps_the_roster_of_an_institution_he_does_not_reach() {
        post("ro.twin", post("RONIRS", "DUTY", "ro.op", null, null))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/institution"));
        post("ro.below", post("ROMOIS", "CIO", "ro.officer", null, null)).then().statusCode(422);
        post("ro.op", post("RONIRS", "DUTY", "ro.op", null, null)).then().statusCode(403);
        Response made = post("ro.officer", post("RONIRS", "DUTY", "ro.op", null, null));
        As.person("ro.twin").delete("/api/v1/rosters/" + made.path("id")).then().statusCode(404);
        As.person("ro.twin").get("/api/v1/rosters").then().body("items", empty());
        As.person("ro.twin")
                .queryParam("institution", "RONIRS")
                .get("/api/v1/rosters/on-duty")
                .then()
                .statusCode(404);
    }

    @Test
    void what_cannot_be_is_refused_field_by_field() {
        post("admin", post("NOWHERE", "DUTY", "ro.nobody", EVENING, MORNING))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/institution", "/person", "/until"));
        post("admin", post("RONIRS", "KING", "ro.op", null, null)).then().statusCode(400);
        As.admin().queryParam("at", "yesterday").get("/api/v1/rosters").then().statusCode(422);
    }

    @Test
    void the_roster_of_a_time_has_who_held_it_then() {
        post("admin", post("RONIRS", "DUTY", "ro.op", MORNING, EVENING)).then().statusCode(201);
        post("admin", post("RONIRS", "DUTY", "ro.night", EVENING, null)).then().statusCode(201);
        at(MORNING, "ro.op");
        at("2026-11-23T17:59:59+09:00", "ro.op");
        at(EVENING, "ro.night");
    }

    @Test
    void whoever_would_be_called_is_shown_with_gaps() {
        post("admin", post("RONIRS", "DIVISION_HEAD", "ro.officer", null, null))
                .then()
                .statusCode(201);
        As.person("ro.op")
                .queryParam("institution", "RONIRS")
                .get("/api/v1/rosters/on-duty")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items.find { it.function == 'DUTY' }.people.username", contains("ro.night", "ro.op"))
                .body("items.find { it.function == 'DUTY' }.people.byPost", contains(false, false))
                .body("items.find { it.function == 'DIVISION_HEAD' }.people.username", contains("ro.officer"))
                .body("items.find { it.function == 'DIVISION_HEAD' }.people.byPost", contains(true))
                .body("items.find { it.function == 'MINISTER' }.gap", equalTo(true));
    }

    @Test
    void a_post_that_has_begun_ends_and_one_that_has_not_goes_away() {
        Response begun = post("admin", post("RONIRS", "DUTY", "ro.op", MORNING, null));
        Response later = post("admin", post("RONIRS", "DUTY", "ro.op", EVENING, null));
        clock.advance(Duration.ofMinutes(30));
        As.person("ro.officer")
                .delete("/api/v1/rosters/" + begun.path("id"))
                .then()
                .statusCode(204);
        As.person("ro.officer")
                .delete("/api/v1/rosters/" + begun.path("id"))
                .then()
                .statusCode(404);
        As.person("ro.officer")
                .delete("/api/v1/rosters/" + later.path("id"))
                .then()
                .statusCode(204);
        As.person("ro.op")
                .queryParam("institution", "RONIRS")
                .get("/api/v1/rosters")
                .then()
                .body("items.until", contains("2026-11-23T10:30:00+09:00"));
    }

    @Test
    void the_page_shows_who_is_called_and_keeps_what_was_typed_when_it_refuses() {
        page("ro.officer", "ko")
                .get("/rosters?institution=RONIRS")
                .then()
                .statusCode(200)
                .body(containsString("RONIRS 기관"), containsString("ro.op"), containsString("연락받을 사람이 없습니다"));
        page("ro.officer", "en")
                .formParams(Map.of("institution", "RONIRS", "function", "DUTY", "person", "ro.nobody", "rank", "x"))
                .post("/rosters")
                .then()
                .statusCode(422)
                .body(containsString("value=\"ro.nobody\""), containsString("id=\"f-rank-error\""));
        page("ro.officer", "en")
                .redirects()
                .follow(false)
                .formParams(Map.of("institution", "RONIRS", "function", "DUTY", "person", "ro.op"))
                .post("/rosters")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/rosters?institution=RONIRS"));
        page("ro.twin", "en")
                .get("/rosters?institution=RONIRS")
                .then()
                .statusCode(200)
                .body(containsString("Choose an institution"), not(containsString("ro.op")));
    }

    private static RequestSpecification page(String username, String language) {
        return RestAssured.given()
                .header("Accept-Language", language)
                .accept("text/html")
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD);
    }

    private void at(String time, String username) {
        As.person("ro.op")
                .queryParams(Map.of("institution", "RONIRS", "at", time))
                .get("/api/v1/rosters")
                .then()
                .body("items.person", equalTo(List.of(username)));
    }

    private static Response post(String as, Map<String, @Nullable Object> body) {
        return As.person(as).body(body).post("/api/v1/rosters");
    }

    private static Map<String, @Nullable Object> post(
            String institution, String function, String person, @Nullable String from, @Nullable String until) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("institution", institution);
        body.put("function", function);
        body.put("person", person);
        body.put("from", from);
        body.put("until", until);
        return body;
    }
}
