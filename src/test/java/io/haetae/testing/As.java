package io.haetae.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests of somebody, as JSON. */
public final class As {

    /** Password of every person that tests make; the administrator's comes from the test configuration. */
    public static final String PASSWORD = "correct-horse";

    private As() {}

    /** The administrator of the first start. */
    public static RequestSpecification admin() {
        return person("admin");
    }

    /** A person made by {@link #create}. */
    public static RequestSpecification person(String username) {
        return nobody().auth().preemptive().basic(username, PASSWORD);
    }

    /** Nobody: not logged in. */
    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON).header("Accept-Language", "en");
    }

    /** Makes an institution unless it exists. */
    public static void institution(String code, String kind, String parent, String authority) {
        Map<String, Object> body = new HashMap<>();
        body.put("code", code);
        body.put("name", Map.of("ko", code + " 기관", "en", "Institution " + code));
        body.put("kind", kind);
        body.put("parent", parent);
        body.put("centralAuthority", authority);
        int status = admin().body(body).post("/api/v1/institutions").statusCode();
        if (status != 201 && status != 409) {
            throw new AssertionError("institution " + code + ": " + status);
        }
    }

    /** Makes a person with one role unless it exists. */
    public static void create(String username, String role, String institution) {
        Map<String, Object> body = new HashMap<>();
        body.put("username", username);
        body.put("password", PASSWORD);
        body.put("name", username);
        body.put("roles", List.of(role));
        body.put("institution", institution);
        int status = admin().body(body).post("/api/v1/people").statusCode();
        if (status != 201 && status != 409) {
            throw new AssertionError("person " + username + ": " + status);
        }
    }
}
