package io.haetae.browser;

import io.haetae.testing.PackagedServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What an administrator would set up before the first failure, through the interface for programs. */
final class Api {

    static final String PASSWORD = PackagedServer.ADMIN_PASSWORD;

    private final URI address;
    private final String adminPassword;

    Api(URI address, String adminPassword) {
        this.address = address;
        this.adminPassword = adminPassword;
    }

    /** A ministry, a centre, three systems, and a person for each role the pages are for. */
    void prepare() {
        post("institutions", institution("MOIS", "행정안전부", "Ministry of the Interior and Safety", "MINISTRY", null));
        post("institutions", institution("NIRS", "국가정보자원관리원", "NIRS", "AGENCY", "MOIS"));
        person("operator", "김상황", "OPERATOR");
        person("situation", "이상황", "SITUATION");
        person("officer", "박정보", "OFFICER");
        post(
                "sites",
                Map.of(
                        "code", "NIRS-DAEJEON",
                        "name", text("국가정보자원관리원 대전센터", "NIRS Daejeon"),
                        "kind", "NIRS",
                        "host", "NIRS",
                        "region", "대전",
                        "rooms", List.of("5F-7")));
        system("GOV24", "정부24", "Government24", true);
        system("GPKI", "행정전자서명 인증시스템", "Government PKI", true);
        system("PUBMAIL", "공직자통합메일", "Government mail", false);
    }

    private void person(String username, String name, String role) {
        post(
                "people",
                Map.of(
                        "username", username,
                        "password", PASSWORD,
                        "name", name,
                        "roles", List.of(role),
                        "institution", "MOIS"));
    }

    private void system(String code, String ko, String en, boolean major) {
        post(
                "systems",
                Map.of(
                        "code", code,
                        "name", text(ko, en),
                        "owner", "MOIS",
                        "operator", "NIRS",
                        "leadAgency", "MOIS",
                        "site", "NIRS-DAEJEON",
                        "audience", "CITIZEN",
                        "zone", "INTERNET",
                        "major", major));
    }

    private static Map<String, Object> institution(
            String code, String ko, String en, String kind, @org.jspecify.annotations.Nullable String parent) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "code",
                code,
                "name",
                text(ko, en),
                "kind",
                kind,
                "centralAuthority",
                "MOIS",
                "validFrom",
                "2017-07-26"));
        body.put("parent", parent);
        return body;
    }

    private static Map<String, String> text(String ko, String en) {
        return Map.of("ko", ko, "en", en);
    }

    private void post(String path, Object body) {
        RestAssured.given()
                .baseUri(address.toString())
                .auth()
                .preemptive()
                .basic("admin", adminPassword)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201);
    }
}
