package io.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.haetae.duty.CallOutDriver;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The first half of 17 November 2023. At 01:42 a router's alarm was shown in two control rooms and nobody acted; at
 * 08:40 users' calls made the operator aware; at 13:55 정부24 stopped, to which people had been sent. Public sources:
 * the audit's findings as reported on 29 September 2025 (Chosun Ilbo, Yonhap News TV).
 */
@QuarkusTest
class SeventeenNovember2023IT {

    private static boolean built;

    @Inject
    MovableClock clock;

    @Inject
    IncidentSweep incidents;

    @Inject
    CallOutDriver callOuts;

    @BeforeEach
    void the_register_of_that_night() {
        if (built) {
            return;
        }
        built = true;
        at("2023-11-17T00:00:00+09:00");
        As.institution("R23-MOIS", "MINISTRY", null, "R23-MOIS");
        As.institution("R23-NIRS", "AGENCY", "R23-MOIS", "R23-MOIS");
        As.create("r23.duty", "OPERATOR", "R23-NIRS");
        As.create("r23.manager", "OPERATOR", "R23-MOIS");
        As.create("r23.head", "OFFICER", "R23-MOIS");
        As.create("r23.situation", "SITUATION", "R23-MOIS");
        post("SYSTEM_MANAGER", "R23-MOIS", "r23.manager");
        post("DIVISION_HEAD", "R23-MOIS", "r23.head");
        made(As.admin().body("""
                        {"code":"R23-DAEJEON","name":{"ko":"국가정보자원관리원 대전","en":"NIRS Daejeon"},"kind":"NIRS",
                         "host":"R23-NIRS","region":"대전","rooms":["NET"]}
                        """).post("/api/v1/sites"));
        system("R23-GPKI", "행정전자서명 인증시스템", "SHARED");
        system("R23-SAEOL", "새올행정시스템", "INTERNAL");
        system("R23-GOV24", "정부24", "CITIZEN");
        As.admin()
                .header("If-Match", As.admin().get("/api/v1/systems/R23-SAEOL").header("ETag"))
                .body("[{\"on\":\"R23-GPKI\",\"type\":\"AUTHENTICATION\"}]")
                .put("/api/v1/systems/R23-SAEOL/dependencies")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void somebody_acknowledges_the_message_itself_and_the_incident_knows_it() {
        at("2023-11-18T01:42:00+09:00");
        String number =
                As.person("r23.situation").body("""
                        {"kind":"FAILURE","title":"다음 날의 알람","detectedAt":"2023-11-18T01:42:00+09:00",
                         "source":"MONITORING","systems":[{"code":"R23-GPKI","service":"UNKNOWN"}]}
                        """).post("/api/v1/incidents").path("number");
        callOuts.run();
        at("2023-11-18T01:45:00+09:00");
        String message = As.person("r23.duty").get("/api/v1/inbox").path("items[0].id");
        As.person("r23.duty")
                .put("/api/v1/deliveries/" + message + "/acknowledgement")
                .then()
                .statusCode(200);
        callOuts.run();
        incidents.run();
        incidents.run();
        As.person("r23.situation")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("acknowledgements.name", equalTo(List.of("r23.duty")))
                .body("acknowledgements[0].at", equalTo("2023-11-18T01:45:00+09:00"))
                .body("clocks.find{it.kind=='ACKNOWLEDGE'}.state", equalTo("MET"));
    }

    @Test
    void an_alarm_at_0142_calls_people_out_until_somebody_answers() {
        at("2023-11-17T01:42:00+09:00");
        Response alarm = As.person("r23.situation").body("""
                        {"kind":"FAILURE","title":"대전센터 L3 라우터 포트 장애 알람","occurredAt":"2023-11-17T01:42:00+09:00",
                         "detectedAt":"2023-11-17T01:42:00+09:00","recognisedAt":null,"source":"MONITORING",
                         "systems":[{"code":"R23-GPKI","service":"UNKNOWN"}]}
                        """).post("/api/v1/incidents");
        alarm.then()
                .statusCode(201)
                .body("recognisedAt", equalTo(null))
                .body("awarenessGapSeconds", equalTo(null))
                .body("clocks.find{it.kind=='ACKNOWLEDGE'}.state", equalTo("RUNNING"));
        String number = alarm.path("number");
        int atFirst = alarm.path("failureGrade.grade");

        callOuts.run();
        assertThat(told(number, 1)).as("told at the alarm").contains("r23.duty");
        assertThat(told(number, 2)).as("nobody else yet").isEmpty();
        As.person("r23.situation")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.findAll { it.kind == 'CALLED' }.at", equalTo(List.of("2023-11-17T01:42:00+09:00")))
                .body("items.find { it.kind == 'CALLED' }.text.en", containsString("r23.duty"));

        List<Map<String, Object>> steps = As.person("r23.situation")
                .get("/api/v1/incidents/" + number + "/escalations")
                .path("items[0].steps");
        String second = (String) steps.get(1).get("dueAt");
        clock.setTo(OffsetDateTime.parse(second).toInstant().minusSeconds(1));
        callOuts.run();
        assertThat(told(number, 2))
                .as("one second before the second level is due")
                .isEmpty();
        clock.setTo(OffsetDateTime.parse(second).toInstant());
        callOuts.run();
        assertThat(told(number, 2)).as("nobody answered: the second level").contains("r23.manager");

        at("2023-11-17T03:42:00+09:00");
        incidents.run();
        callOuts.run();
        Response later = As.person("r23.situation").get("/api/v1/incidents/" + number);
        assertThat(later.<Integer>path("failureGrade.grade")).isLessThanOrEqualTo(atFirst);
        later.then().body("clocks.find{it.kind=='ACKNOWLEDGE'}.state", equalTo("BREACHED"));

        at("2023-11-17T08:40:00+09:00");
        incidents.run();
        callOuts.run();
        As.person("r23.duty")
                .body("{\"note\":\"이용자 신고로 인지\",\"by\":\"PAGE\",\"onBehalfOf\":null}")
                .put("/api/v1/incidents/" + number + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("recognisedAt", equalTo("2023-11-17T08:40:00+09:00"))
                .body("awarenessGapSeconds", equalTo(6 * 3600 + 58 * 60))
                .body("clocks.kind", hasItems("NOTIFY_SITUATION_ROOM", "PUBLIC_NOTICE"));
        int tellings = deliveries(number);
        at("2023-11-17T08:50:00+09:00");
        callOuts.run();
        assertThat(deliveries(number)).as("an answer stops the telling").isEqualTo(tellings);
    }

    @Test
    void the_authentication_system_of_grade_three_is_graded_by_what_it_stops_and_gov24_makes_it_worse() {
        at("2023-11-17T10:00:00+09:00");
        Response logged = As.person("r23.duty").body("""
                        {"kind":"FAILURE","title":"새올 로그인 불가","detectedAt":"2023-11-17T01:42:00+09:00",
                         "recognisedAt":"2023-11-17T08:40:00+09:00","source":"USER_REPORT",
                         "systems":[{"code":"R23-GPKI","service":"STOPPED","substitute":"NONE"}],
                         "regions":["서울","부산","대구","인천","광주","대전","울산","세종","경기"]}
                        """).post("/api/v1/incidents");
        logged.then()
                .statusCode(201)
                .body("awarenessGapSeconds", equalTo(25080))
                .body("failureGrade.grade", equalTo(1))
                .body("failureGrade.reasons.grade", hasItem(1));
        String number = logged.path("number");
        at("2023-11-17T13:55:00+09:00");
        As.person("r23.duty")
                .body("{\"systems\":[{\"code\":\"R23-GOV24\",\"service\":\"STOPPED\",\"people\":{\"count\":1200000}}]}")
                .put("/api/v1/incidents/" + number + "/facts")
                .then()
                .statusCode(200)
                .body("systems.code", hasItems("R23-GPKI", "R23-GOV24"))
                .body("failureGrade.grade", equalTo(1));
        As.person("r23.situation")
                .get("/api/v1/incidents/" + number + "/timeline")
                .then()
                .body("items.kind", hasItems("DETECTED", "RECOGNISED", "DECLARED", "FACTS_CHANGED"))
                .body("items.kind", not(hasItem("RECOVERED")));
    }

    /** Log-in names of those told on a level. */
    private static List<String> told(String number, int level) {
        return As.person("r23.situation")
                .get("/api/v1/deliveries?limit=200&incident=" + number)
                .path("items.findAll{it.level==%d && it.person!=null}.to".formatted(level));
    }

    private static int deliveries(String number) {
        return As.person("r23.situation")
                .get("/api/v1/deliveries?limit=200&incident=" + number)
                .<List<?>>path("items")
                .size();
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }

    private static void system(String code, String name, String audience) {
        made(As.admin().body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"R23-MOIS","operator":"R23-NIRS","leadAgency":null,
                         "site":"R23-DAEJEON","room":"NET","audience":"%s","zone":"INTERNAL","major":true}
                        """.formatted(code, name, code, audience)).post("/api/v1/systems"));
    }

    private static void post(String function, String institution, String person) {
        int status = As.admin()
                .body(
                        "{\"institution\":\"%s\",\"function\":\"%s\",\"person\":\"%s\",\"from\":\"2023-11-01T00:00:00+09:00\",\"until\":null,\"rank\":1}"
                                .formatted(institution, function, person))
                .post("/api/v1/rosters")
                .statusCode();
        assertThat(status).isIn(201, 409);
    }

    private static void made(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(201, 409);
    }
}
