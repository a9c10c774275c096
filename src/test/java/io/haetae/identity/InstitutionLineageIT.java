package io.haetae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.kernel.Role;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Local governments are renamed, moved and merged: who reaches what follows at once, and nothing is lost from sight. */
@QuarkusTest
class InstitutionLineageIT {

    @Inject
    MovableClock clock;

    @Inject
    InstitutionChangeSweep sweep;

    @Inject
    OwnerConnection owner;

    @Inject
    PeopleService people;

    @BeforeEach
    void a_monday() {
        clock.setTo(MovableClock.START);
    }

    private static void local(String code) {
        As.institution(code, "LOCAL_GOVERNMENT", null, null);
    }

    private static void local(String code, String parent) {
        As.institution(code, "LOCAL_GOVERNMENT", parent, null);
    }

    private static ValidatableResponse change(String code, String body) {
        return As.admin()
                .body("{\"reason\":\"법률 제20000호\",\"document\":\"법률\"," + body + "}")
                .post("/api/v1/institutions/" + code + "/changes")
                .then();
    }

    private static ValidatableResponse list(String query) {
        return As.admin().get("/api/v1/institutions?" + query).then().statusCode(200);
    }

    private static void system(String code, String owner, String operator) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"},\"owner\":\"%s\",\"operator\":\"%s\"}"
                        .formatted(code, code, code, owner, operator))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private static int sees(String who, String path) {
        return As.person(who).get("/api/v1" + path).statusCode();
    }

    @Test
    void a_province_gets_its_new_name_on_its_day_by_itself_and_is_found_under_the_old_one() {
        local("LI-GANGWON");
        change("LI-GANGWON", """
                        "kind":"RENAMING","effectiveOn":"2026-12-01","name":{"ko":"리강원특별자치도","en":"Li Gangwon State"},
                        "standardCode":"LI6530000\"""").statusCode(201).body("state", equalTo("PLANNED"));
        sweep.run();
        list("q=LI-GANGWON").body("items.name.en", contains("Institution LI-GANGWON"));

        clock.setTo(Instant.parse("2026-11-30T15:00:00Z"));
        sweep.run();
        sweep.run();
        list("q=LI-GANGWON")
                .body("items.name.en", contains("Li Gangwon State"))
                .body("items.standardCode", contains("LI6530000"))
                .body("items.code", contains("LI-GANGWON"));
        list("q=LI-GANGWON 기관").body("items.name.ko", contains("리강원특별자치도"));
        list("q=LI-GANGWON&asOf=2026-11-30").body("items.name.en", contains("Institution LI-GANGWON"));
        list("q=LI-GANGWON&asOf=2026-12-01T09:00:00+09:00").body("items.name.en", contains("Li Gangwon State"));
        As.admin()
                .get("/api/v1/institutions/LI-GANGWON/lineage")
                .then()
                .statusCode(200)
                .body("states.institution.name.en", contains("Li Gangwon State", "Institution LI-GANGWON"))
                .body("states.since", contains("2026-12-01", null))
                .body("changes.state", contains("EFFECTIVE"))
                .body("changes.document", contains("법률"));
        As.admin()
                .get("/api/v1/audit?subject=LI-GANGWON")
                .then()
                .body("items.action", hasItems("identity.change-planned", "identity.institution-renamed"))
                .body("items.findAll { it.action == 'identity.institution-renamed' }", hasSize(1));
    }

    @Test
    void a_county_that_joins_a_metropolitan_city_is_reached_by_it_at_once_and_no_more_by_its_province() {
        local("LI-GYEONGBUK");
        local("LI-DAEGU");
        local("LI-GUNWI", "LI-GYEONGBUK");
        As.create("li.gyeongbuk", "OFFICER", "LI-GYEONGBUK");
        As.create("li.daegu", "OFFICER", "LI-DAEGU");
        As.create("li.gunwi", "OPERATOR", "LI-GUNWI");
        system("LI-GUNWI-MINWON", "LI-GUNWI", "LI-GUNWI");
        String incident = As.person("li.gunwi")
                .body(
                        "{\"kind\":\"FAILURE\",\"title\":\"중단\",\"systems\":[{\"code\":\"LI-GUNWI-MINWON\",\"service\":\"STOPPED\"}]}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        assertThat(sees("li.daegu", "/incidents/" + incident)).isEqualTo(404);

        change("LI-GUNWI", "\"kind\":\"MOVE\",\"effectiveOn\":\"2026-07-01\",\"parent\":\"LI-DAEGU\"")
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"));

        As.person("li.daegu").get("/api/v1/systems/LI-GUNWI-MINWON").then().body("owner", equalTo("LI-GUNWI"));
        As.person("li.gyeongbuk").get("/api/v1/systems/LI-GUNWI-MINWON").then().body("owner", nullValue());
        assertThat(sees("li.daegu", "/incidents/" + incident)).isEqualTo(200);
        list("under=LI-GYEONGBUK&asOf=2026-06-30").body("items.code", contains("LI-GUNWI", "LI-GYEONGBUK"));
        list("under=LI-GYEONGBUK&asOf=2026-07-01").body("items.code", contains("LI-GYEONGBUK"));
        list("under=LI-DAEGU").body("items.code", contains("LI-DAEGU", "LI-GUNWI"));
    }

    @Test
    void a_merger_moves_people_and_those_below_at_once_and_the_register_and_the_duty_follow() {
        local("LI-CITY");
        local("LI-COUNTY");
        local("LI-TOWN", "LI-COUNTY");
        As.create("li.city", "OFFICER", "LI-CITY");
        As.create("li.county", "OPERATOR", "LI-COUNTY");
        system("LI-COUNTY-SYS", "LI-COUNTY", "LI-TOWN");
        As.admin()
                .body(
                        "{\"code\":\"LI-COUNTY-DC\",\"name\":{\"ko\":\"x\",\"en\":\"x\"},\"kind\":\"OWN\",\"host\":\"LI-COUNTY\",\"rooms\":[]}")
                .post("/api/v1/sites")
                .then()
                .statusCode(201);
        String post = As.admin()
                .body(
                        "{\"institution\":\"LI-COUNTY\",\"function\":\"DUTY\",\"person\":\"li.county\",\"rank\":1,\"from\":\"2026-11-01T00:00:00+09:00\"}")
                .post("/api/v1/rosters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        change("LI-CITY", "\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-23\",\"former\":[\"LI-COUNTY\"]")
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"));

        As.person("li.county").get("/api/v1/people/me").then().body("institution", equalTo("LI-CITY"));
        assertThat(people.holding(Role.OFFICER, List.of("LI-COUNTY")))
                .as("whoever is told of what the county was asked")
                .extracting(PersonView::username)
                .containsExactly("li.city");
        list("under=LI-CITY").body("items.code", contains("LI-CITY", "LI-COUNTY", "LI-TOWN"));
        As.admin()
                .get("/api/v1/institutions/LI-COUNTY")
                .then()
                .body("successor", equalTo("LI-CITY"))
                .body("validUntil", equalTo("2026-11-22"));
        As.admin().get("/api/v1/institutions/LI-TOWN").then().body("parent", equalTo("LI-CITY"));
        As.person("li.city")
                .get("/api/v1/systems/LI-COUNTY-SYS")
                .then()
                .body("owner", equalTo("LI-CITY"))
                .body("operator", equalTo("LI-TOWN"));
        As.admin().get("/api/v1/sites/LI-COUNTY-DC").then().body("host", equalTo("LI-CITY"));
        As.admin()
                .get("/api/v1/rosters?institution=LI-CITY")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(post));
        As.create("li.auditor", "AUDITOR", null);
        As.person("li.auditor")
                .get("/api/v1/audit?subject=LI-COUNTY-SYS")
                .then()
                .body("items[0].action", equalTo("register.institution-succeeded"))
                .body("items[0].data.owner", equalTo("LI-COUNTY → LI-CITY"));
        As.person("li.auditor")
                .get("/api/v1/audit?subject=LI-CITY")
                .then()
                .body("items.find { it.action == 'identity.institutions-merged' }.data.people", contains("li.county"));
        list("asOf=2026-11-22&q=LI-COUNTY").body("items.code", contains("LI-COUNTY"));
        list("asOf=2026-11-23&q=LI-COUNTY").body("items", empty());
        list("q=LI-COUNTY").body("items.successor", contains("LI-CITY"));
    }

    @Test
    void what_has_ended_stays_and_nobody_is_assigned_to_it() {
        local("LI-END");
        local("LI-GOES-ON");
        change("LI-GOES-ON", "\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-01\",\"former\":[\"LI-END\"]")
                .statusCode(201);
        change("LI-END", "\"kind\":\"MOVE\",\"effectiveOn\":\"2026-11-23\",\"parent\":null")
                .statusCode(409)
                .body("code", equalTo("identity.ended"));
        change("LI-GOES-ON", "\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-23\",\"former\":[\"LI-END\"]")
                .statusCode(409);
        As.admin()
                .body(
                        "{\"username\":\"li.late\",\"password\":\"correct-horse\",\"name\":\"x\",\"roles\":[\"OPERATOR\"],\"institution\":\"LI-END\"}")
                .post("/api/v1/people")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("ended-institution"));
    }

    @Test
    void a_planned_change_can_be_withdrawn_and_one_that_became_impossible_says_so() {
        local("LI-PLAN");
        local("LI-UNDER", "LI-PLAN");
        String id = change(
                        "LI-PLAN",
                        "\"kind\":\"RENAMING\",\"effectiveOn\":\"2027-01-01\",\"name\":{\"ko\":\"가\",\"en\":\"A\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/institutions/LI-PLAN/changes/" + id;
        As.admin().delete(path).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        As.admin().delete(path).then().statusCode(409).body("code", equalTo("identity.not-planned"));
        As.admin().delete("/api/v1/institutions/LI-UNDER/changes/" + id).then().statusCode(404);

        local("LI-OTHER");
        change("LI-OTHER", "\"kind\":\"MOVE\",\"effectiveOn\":\"2027-02-01\",\"parent\":\"LI-UNDER\"")
                .statusCode(201);
        change("LI-PLAN", "\"kind\":\"MOVE\",\"effectiveOn\":\"2026-11-23\",\"parent\":\"LI-OTHER\"")
                .statusCode(201);
        clock.setTo(Instant.parse("2027-02-01T00:00:00Z"));
        sweep.run();
        sweep.run();
        As.admin()
                .get("/api/v1/institutions/LI-OTHER/lineage")
                .then()
                .body("changes.find { it.institution == 'LI-OTHER' }.state", equalTo("PLANNED"))
                .body("changes.find { it.institution == 'LI-OTHER' }.failure", containsString("circular"));
        As.admin()
                .get("/api/v1/audit?subject=LI-OTHER")
                .then()
                .body("items.findAll { it.action == 'identity.change-failed' }", hasSize(1));
        As.admin()
                .delete("/api/v1/institutions/LI-OTHER/changes/"
                        + As.admin()
                                .get("/api/v1/institutions/LI-OTHER/lineage")
                                .path("changes.find { it.institution == 'LI-OTHER' }.id"))
                .then()
                .statusCode(200);
    }

    @Test
    void what_cannot_be_is_refused_with_the_field_and_what_is_allowed() {
        local("LI-TOP");
        local("LI-MID", "LI-TOP");
        local("LI-LOW", "LI-MID");
        change("LI-TOP", "\"kind\":\"MOVE\",\"effectiveOn\":\"2026-11-23\",\"parent\":\"LI-LOW\"")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parent"))
                .body("errors[0].code", equalTo("circular"));
        change("LI-LOW", "\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-23\",\"former\":[\"LI-TOP\",\"NOWHERE\"]")
                .statusCode(422)
                .body("errors.code", contains("circular", "unknown-institution"));
        change("LI-LOW", "\"kind\":\"RENAMING\",\"effectiveOn\":\"2024-01-01\"")
                .statusCode(422)
                .body("errors.pointer", contains("/effectiveOn", "/name"));
        change("LI-MID", "\"kind\":\"MERGER\",\"effectiveOn\":\"2026-11-23\",\"former\":[\"LI-TOP\"]")
                .statusCode(201);
        As.admin().get("/api/v1/institutions/LI-MID").then().body("parent", nullValue());
        As.admin().get("/api/v1/institutions/LI-TOP").then().body("parent", equalTo("LI-MID"));
    }

    @Test
    void two_at_once_cannot_close_a_circle_and_neither_can_the_database() throws Exception {
        local("LI-A");
        local("LI-B");
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> answers = Stream.of(List.of("LI-A", "LI-B"), List.of("LI-B", "LI-A"))
                .map(pair -> CompletableFuture.supplyAsync(() -> {
                    await(together);
                    return change(
                                    pair.get(0),
                                    "\"kind\":\"MOVE\",\"effectiveOn\":\"2026-11-23\",\"parent\":\"%s\""
                                            .formatted(pair.get(1)))
                            .extract()
                            .statusCode();
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 422);

        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update identity_institution set parent ="
                            + " case code when 'LI-A' then 'LI-B' else 'LI-A' end where code in ('LI-A', 'LI-B')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("would stand above and below");
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_page_shows_the_lineage_and_takes_a_change() {
        local("LI-PAGE");
        As.admin()
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("kind", "RENAMING")
                .formParam("effectiveOn", "2026-11-20")
                .formParam("name.ko", "쪽특별자치시")
                .formParam("name.en", "Page City")
                .formParam("reason", "법률")
                .post("/institutions/LI-PAGE/changes")
                .then()
                .statusCode(303);
        String page = As.person("admin")
                .accept("text/html")
                .get("/institutions/LI-PAGE")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Page City", "Institution LI-PAGE", "Renaming", "In effect");
        As.admin()
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("kind", "MERGER")
                .formParam("effectiveOn", "2026-11-23")
                .formParam("former", "NOWHERE")
                .formParam("reason", "x")
                .post("/institutions/LI-PAGE/changes")
                .then()
                .statusCode(422)
                .body(not(containsString("[field.")));
        assertThat(As.admin()
                        .accept("text/html")
                        .get("/institutions?q=LI-PAGE&asOf=2026-11-19")
                        .asString())
                .contains(">Institution LI-PAGE</a>")
                .doesNotContain(">Page City</a>");
    }
}
