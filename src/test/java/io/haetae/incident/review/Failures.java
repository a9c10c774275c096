package io.haetae.incident.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.As;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** A ministry that is its own central authority, its data centre agency, a stranger, and failures of their systems. */
final class Failures {

    static final String CONTENT = """
            {"cause":"라우터 포트 3개 손상, 1,500바이트 이상 패킷 약 90% 유실","underlyingCause":"노후 장비의 포트 점검 부재",
             "causeStatus":"PROVEN","detectionAnalysis":"알람창이 닫혀 6시간 58분 뒤 이용자 신고로 인지",
             "recoveryAnalysis":"L4 교체 후 원인이 아님을 확인","informationAnalysis":"정부24로 안내한 뒤 정부24 중단",
             "damage":"189개 시스템, 56시간","prevention":"포트 오류율 감시, 대체수단 의존관계 점검","wentWell":null}
            """;

    private Failures() {}

    static void world() {
        As.institution("RV-MOIS", "MINISTRY", null, "RV-MOIS");
        As.institution("RV-NIRS", "AGENCY", "RV-MOIS", "RV-MOIS");
        As.institution("RV-ELSE", "CONSTITUTIONAL", null, "RV-ELSE");
        As.create("rv.duty", "OPERATOR", "RV-NIRS");
        As.create("rv.officer", "OFFICER", "RV-MOIS");
        As.create("rv.authority", "AUTHORITY", "RV-MOIS");
        As.create("rv.situation", "SITUATION", "RV-MOIS");
        As.create("rv.support", "SUPPORT", "RV-ELSE");
        As.create("rv.stranger", "OFFICER", "RV-ELSE");
        As.create("rv.stranger.authority", "AUTHORITY", "RV-ELSE");
        system("RV-GPKI", true);
        system("RV-WIKI", false);
    }

    /** A failure of a system, of a declared grade. */
    static String declared(String system, int grade, String detectedAt, String recognisedAt, String visibility) {
        return made(As.person("rv.duty")
                        .body("""
                        {"kind":"FAILURE","title":"%s 장애","detectedAt":"%s","recognisedAt":"%s","source":"USER_REPORT",
                         "systems":[{"code":"%s","service":"STOPPED"}],"declaredGrade":%d,"reason":"판단","visibility":"%s"}
                        """.formatted(system, detectedAt, recognisedAt, system, grade, visibility))
                        .post("/api/v1/incidents"))
                .path("number");
    }

    static void recovered(String number, String system, String at) {
        As.person("rv.duty")
                .body("[{\"code\":\"%s\",\"recoveredAt\":\"%s\",\"level\":\"FULL\"}]".formatted(system, at))
                .put("/api/v1/incidents/" + number + "/recoveries")
                .then()
                .statusCode(200);
    }

    static Response reviewOf(String number) {
        String id = As.person("rv.officer")
                .get("/api/v1/reviews?incident=" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        assertThat(id).as("review of " + number).isNotNull();
        return get(id);
    }

    static Response get(String id) {
        Response review = As.person("rv.officer").get("/api/v1/reviews/" + id);
        assertThat(review.statusCode()).as(review.asString()).isEqualTo(200);
        return review;
    }

    /** The whole text, written by the data centre's operator. */
    static void written(String id) {
        editing("rv.duty", id)
                .body(CONTENT)
                .put("/api/v1/reviews/" + id + "/content")
                .then()
                .statusCode(200);
    }

    static RequestSpecification editing(String username, String id) {
        return As.person(username)
                .header(
                        "If-Match",
                        As.person(username).get("/api/v1/reviews/" + id).header("ETag"));
    }

    static Response submitted(String id) {
        return As.person("rv.officer")
                .body("{\"documentNumber\":\"디지털기반안전과-1\"}")
                .put("/api/v1/reviews/" + id + "/submission");
    }

    static Response decided(String username, String id, String outcome, @Nullable String reason) {
        return As.person(username)
                .body("{\"outcome\":\"%s\",\"reason\":%s}"
                        .formatted(outcome, reason == null ? "null" : "\"" + reason + "\""))
                .put("/api/v1/reviews/" + id + "/decision");
    }

    private static void system(String code, boolean major) {
        made(As.admin().body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"RV-MOIS","operator":"RV-NIRS","audience":"SHARED",
                         "zone":"INTERNAL","major":%s}
                        """.formatted(code, code, code, major)).post("/api/v1/systems"));
    }

    private static Response made(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(201, 409);
        return response;
    }
}
