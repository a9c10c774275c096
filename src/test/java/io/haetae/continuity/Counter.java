package io.haetae.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.As;
import io.haetae.testing.World;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A counter that takes by hand while GOV24 is down: its clerks, its incident, its activation. */
final class Counter {

    static final String ACTIVATIONS = "/api/v1/continuity/activations";
    static final String RECEIPTS = "/api/v1/continuity/receipts";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Counter() {}

    /** The people and systems, and a system of this room's own whose support can fall too. */
    static void open() {
        World.build();
        As.create("clerk.a", "OPERATOR", "MOIS");
        As.create("clerk.b", "OPERATOR", "MOIS");
        system("CT-AUTH", "[]");
        system("CT-DESK", "[]");
        assertThat(As.admin().body("""
                                {"code":"CT-HOSTED","name":{"ko":"맡긴 시스템","en":"Housed for others"},"owner":"MOHW",
                                 "operator":"MOHW","site":"NIRS-DAEJEON","audience":"CITIZEN","major":false}
                                """).post("/api/v1/systems").statusCode()).isIn(201, 409);
        As.admin()
                .header("If-Match", "\"1\"")
                .body("[{\"on\":\"CT-AUTH\",\"type\":\"AUTHENTICATION\"}]")
                .put("/api/v1/systems/CT-DESK/dependencies");
    }

    /** A system of the test's own, down by no other test. */
    static String system() {
        String code = "CT-CIVIL" + NEXT.incrementAndGet();
        system(code, SERVICES);
        return code;
    }

    private static final String SERVICES = """
            [{"code":"CERT","name":{"ko":"증명서 발급","en":"Certificates"},"emergency":false,"deadlines":["확정일자"],
              "substitutes":[{"name":{"ko":"주민센터 방문","en":"Visit a community centre"},"kind":"COUNTER",
                              "contact":"110","hours":"09:00-18:00","region":null,"dependsOn":["CT-DESK"]},
                             {"name":{"ko":"우편","en":"Post"},"kind":"POST","contact":null,"hours":null,
                              "region":null,"dependsOn":[]}]},
             {"code":"REPORT","name":{"ko":"신고","en":"Reports"},"emergency":false,"deadlines":[],"substitutes":[]}]
            """;

    private static void system(String code, String services) {
        int status = As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s 시스템","en":"%s"},"owner":"MOIS","operator":"NIRS",
                         "leadAgency":null,"site":null,"room":null,"audience":"CITIZEN","zone":"INTERNET",
                         "dataClass":"SENSITIVE","major":true,
                         "publicText":{"ko":"이용이 어렵습니다.","en":"Not available."},"services":%s}
                        """.formatted(code, code, code, services))
                .post("/api/v1/systems")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    /** An incident of a system that began at a time. */
    static String incident(String system, String occurredAt) {
        return As.person("op.nirs")
                .body(Map.of(
                        "kind",
                        "FAILURE",
                        "title",
                        system + " 접속 불가",
                        "occurredAt",
                        occurredAt,
                        "detectedAt",
                        occurredAt,
                        "recognisedAt",
                        occurredAt,
                        "systems",
                        List.of(Map.of("code", system, "service", "STOPPED"))))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    static Response activate(String system, String incident) {
        return As.person("clerk.a")
                .body(Map.of("system", system, "incident", incident))
                .post(ACTIVATIONS);
    }

    static String activated(String system, String incident) {
        return activate(system, incident).then().statusCode(201).extract().path("id");
    }

    static void recover(String incident, String system, String at) {
        As.person("op.nirs")
                .body(Map.of("recoveredAt", at, "level", "FULL", "verifiedBy", "김"))
                .put("/api/v1/incidents/" + incident + "/systems/" + system + "/recovery")
                .then()
                .statusCode(200);
    }

    static Map<String, Object> receipt(String activation, String at, String deadline) {
        return Map.of(
                "activation",
                activation,
                "service",
                "CERT",
                "receivedAt",
                at,
                "office",
                "대전",
                "originalDeadline",
                deadline,
                "fields",
                Map.of("applicant", "홍길동", "contact", "010-1234-5678", "content", "등본 1통"));
    }
}
