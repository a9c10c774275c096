package io.haetae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.haetae.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentityIT {

    @BeforeEach
    void two_ministries() {
        As.institution("IDMOIS", "MINISTRY", null, "IDMOIS");
        As.institution("IDNIRS", "AGENCY", "IDMOIS", "IDMOIS");
    }

    @Test
    void an_institution_is_created_with_its_contract_fields() {
        As.admin()
                .body("""
                        {"code":"IDMCST","name":{"ko":"문화체육관광부","en":"Ministry of Culture, Sports and Tourism"},
                         "kind":"MINISTRY","parent":null,"centralAuthority":"IDMOIS","standardCode":"1371000",
                         "region":null,"validFrom":"2008-02-29","validUntil":null}
                        """)
                .post("/api/v1/institutions")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/institutions/IDMCST"))
                .header("ETag", "\"1\"")
                .body("name.ko", equalTo("문화체육관광부"))
                .body("centralAuthority", equalTo("IDMOIS"))
                .body("validFrom", equalTo("2008-02-29"));
    }

    @Test
    void a_wrong_institution_is_refused_with_every_field_named() {
        As.admin()
                .body("{\"code\":\"nope lower\",\"name\":{\"ko\":\"\"},\"kind\":\"MINISTRY\"}")
                .post("/api/v1/institutions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/code", "/name/en", "/name/ko")));
        As.admin()
                .body("{\"code\":\"IDX\",\"name\":{\"ko\":\"가\",\"en\":\"x\"},\"kind\":\"KINGDOM\"}")
                .post("/api/v1/institutions")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"))
                .body("errors[0].detail", containsString("LOCAL_GOVERNMENT"));
        As.admin()
                .body(
                        "{\"code\":\"IDX\",\"name\":{\"ko\":\"가\",\"en\":\"x\"},\"kind\":\"AGENCY\",\"parent\":\"NOWHERE\","
                                + "\"validFrom\":\"2026-01-02\",\"validUntil\":\"2026-01-01\"}")
                .post("/api/v1/institutions")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/parent", "/validUntil")));
        As.admin().get("/api/v1/institutions/IDX").then().statusCode(404);
    }

    @Test
    void an_edit_names_its_version_and_a_stale_one_is_refused() {
        String body = "{\"code\":\"IDEDIT\",\"name\":{\"ko\":\"가\",\"en\":\"x\"},\"kind\":\"AGENCY\"}";
        As.admin().body(body).post("/api/v1/institutions").then().statusCode(201);
        As.admin().body(body).put("/api/v1/institutions/IDEDIT").then().statusCode(428);
        As.admin()
                .header("If-Match", "\"1\"")
                .body(body.replace("\"x\"", "\"y\""))
                .put("/api/v1/institutions/IDEDIT")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        As.admin()
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/api/v1/institutions/IDEDIT")
                .then()
                .statusCode(412);
    }

    @Test
    void a_person_logs_in_by_basic_and_by_token_until_it_is_revoked() {
        As.create("id.cio", "OFFICER", "IDMOIS");
        Response made = As.person("id.cio").body("{\"name\":\"script\"}").post("/api/v1/tokens");
        made.then().statusCode(201).body("token", startsWith("hae_"));
        String token = made.path("token");
        As.nobody()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/people/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("id.cio"))
                .body("roles", hasItem("OFFICER"));
        As.person("id.cio").get("/api/v1/tokens").then().body("items[0].token", equalTo(null));
        As.person("id.cio").delete("/api/v1/tokens/" + made.path("id")).then().statusCode(204);
        As.nobody()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/people/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void a_disabled_person_is_out_at_once() {
        As.create("id.leaver", "OPERATOR", "IDNIRS");
        String cookie = RestAssured.given()
                .redirects()
                .follow(false)
                .formParams(Map.of("username", "id.leaver", "password", As.PASSWORD, "next", "//evil.example"))
                .post("/login")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.not(containsString("evil")))
                .cookie("haetae_session", notNullValue())
                .extract()
                .cookie("haetae_session");
        As.nobody()
                .cookie("haetae_session", cookie)
                .get("/api/v1/people/me")
                .then()
                .statusCode(200);
        As.admin()
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"x\",\"roles\":[\"OPERATOR\"],\"institution\":\"IDNIRS\",\"active\":false}")
                .put("/api/v1/people/id.leaver")
                .then()
                .statusCode(200);
        As.nobody()
                .cookie("haetae_session", cookie)
                .get("/api/v1/people/me")
                .then()
                .statusCode(401);
        As.person("id.leaver").get("/api/v1/people/me").then().statusCode(401);
    }

    @Test
    void guessing_is_slowed_after_ten_wrong_tries() {
        As.create("id.victim", "OPERATOR", "IDNIRS");
        for (int i = 0; i < 10; i++) {
            As.nobody()
                    .auth()
                    .preemptive()
                    .basic("id.victim", "guess" + i)
                    .get("/api/v1/people/me")
                    .then()
                    .statusCode(401);
        }
        As.person("id.victim").get("/api/v1/people/me").then().statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void only_an_administrator_makes_people_and_no_role_without_an_institution() {
        As.create("id.op", "OPERATOR", "IDNIRS");
        String body = "{\"username\":\"id.new\",\"password\":\"long enough\",\"name\":\"새\",\"roles\":[\"OPERATOR\"]}";
        As.person("id.op").body(body).post("/api/v1/people").then().statusCode(403);
        As.nobody().body(body).post("/api/v1/people").then().statusCode(401);
        As.admin()
                .body(body)
                .post("/api/v1/people")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/institution"));
    }

    @Test
    void another_site_cannot_act_with_my_password() {
        String body = "{\"name\":\"x\"}";
        As.admin()
                .header("Sec-Fetch-Site", "cross-site")
                .body(body)
                .post("/api/v1/tokens")
                .then()
                .statusCode(403);
        As.admin()
                .header("Origin", "https://evil.example")
                .body(body)
                .post("/api/v1/tokens")
                .then()
                .statusCode(403);
    }

    @Test
    void what_cannot_be_read_is_answered_as_a_problem_without_a_stack() {
        Response answer = As.admin().body("{\"name\": ").post("/api/v1/tokens");
        answer.then().statusCode(400).contentType("application/problem+json");
        assertThat(answer.asString()).doesNotContain("Exception").doesNotContain("io.haetae");
        As.admin().body("x".repeat(3_000_000)).post("/api/v1/tokens").then().statusCode(413);
        As.admin().get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
        As.admin()
                .body("{\"nam\":\"x\"}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/nam"));
    }
}
