package io.haetae.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
 * 17 November 2023 from the side of monitoring. The router's alarm of 01:42, which was shown in two control rooms and
 * acted on by nobody for 6 h 58 min, comes in as an Alertmanager webhook; nobody on the first level answers.
 */
@QuarkusTest
class SeventeenNovember2023MonitoringIT {

    private static final String ALARM = """
            {"version":"4","groupKey":"{}:{alertname=\\"RouterPortErrors\\"}","truncatedAlerts":0,"status":"firing",
             "receiver":"haetae","groupLabels":{"alertname":"RouterPortErrors"},
             "commonLabels":{"alertname":"RouterPortErrors","severity":"critical","system":"M23-GPKI"},
             "commonAnnotations":{},"externalURL":"http://alertmanager.nirs.example","alerts":[
             {"status":"firing","labels":{"alertname":"RouterPortErrors","severity":"critical","system":"M23-GPKI",
               "instance":"daejeon-l3-1","port":"1/0/3"},
              "annotations":{"summary":"대전센터 L3 라우터 포트 장애 알람"},"startsAt":"2023-11-17T01:42:00+09:00",
              "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.nirs.example/graph","fingerprint":"c01df00d"}]}""";

    @Inject
    MovableClock clock;

    @Inject
    CallOutDriver callOuts;

    private String path;

    @BeforeEach
    void the_register_of_that_night() {
        at("2023-11-17T00:00:00+09:00");
        As.institution("M23-MOIS", "MINISTRY", null, "M23-MOIS");
        As.institution("M23-NIRS", "AGENCY", "M23-MOIS", "M23-MOIS");
        As.create("m23.duty", "OPERATOR", "M23-NIRS");
        As.create("m23.manager", "OPERATOR", "M23-MOIS");
        As.create("m23.auditor", "AUDITOR", "M23-MOIS");
        made(As.admin().body("""
                        {"institution":"M23-MOIS","function":"SYSTEM_MANAGER","person":"m23.manager","rank":1,
                         "from":"2023-11-01T00:00:00+09:00","until":null}""").post("/api/v1/rosters"));
        made(As.admin().body("""
                        {"code":"M23-GPKI","name":{"ko":"행정전자서명 인증시스템","en":"GPKI"},"owner":"M23-MOIS",
                         "operator":"M23-NIRS","leadAgency":null,"audience":"SHARED","zone":"INTERNAL","major":true}""").post("/api/v1/systems"));
        path = As.admin()
                .body("{\"source\":\"prometheus-2023\",\"adapter\":\"alertmanager\",\"institution\":\"M23-NIRS\"}")
                .post("/api/v1/intake/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void the_alarm_of_0142_reaches_the_second_level_by_0152_and_the_journal_proves_it() {
        at("2023-11-17T01:42:00+09:00");
        String number = As.nobody()
                .body(ALARM)
                .post(path)
                .then()
                .statusCode(200)
                .body("results.fingerprint", contains("c01df00d"))
                .body("results.outcome", contains("OPENED"))
                .extract()
                .path("results[0].incident");
        callOuts.run();
        assertThat(told(number, 1)).containsExactly("m23.duty");
        assertThat(told(number, 2)).isEmpty();
        As.person("m23.duty")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("detectedAt", equalTo("2023-11-17T01:42:00+09:00"))
                .body("recognisedAt", nullValue())
                .body("failureGrade.grade", equalTo(3));

        at("2023-11-17T01:47:00+09:00");
        As.nobody().body(ALARM).post(path).then().body("results.outcome", contains("DUPLICATE"));
        callOuts.run();
        assertThat(told(number, 2))
                .as("a repeat neither calls again nor puts off")
                .isEmpty();

        at("2023-11-17T01:52:00+09:00");
        callOuts.run();
        assertThat(told(number, 2)).containsExactly("m23.manager");

        at("2023-11-17T01:55:00+09:00");
        As.person("m23.manager")
                .body("{\"note\":\"원격 확인\",\"by\":\"PAGE\"}")
                .put("/api/v1/incidents/" + number + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("awarenessGapSeconds", equalTo(13 * 60));
        journalProves(number);
    }

    private static void journalProves(String number) {
        List<Map<String, Object>> entries = As.person("m23.auditor")
                .get("/api/v1/audit?limit=200&subject=" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(entry(entries, "incident.declared"))
                .containsEntry("at", "2023-11-17T01:42:00+09:00")
                .containsEntry("actor", "intake:prometheus-2023");
        assertThat(entries)
                .filteredOn(entry -> entry.get("action").equals("duty.step-told"))
                .extracting("at", "data.level")
                .containsExactlyInAnyOrder(
                        tuple("2023-11-17T01:42:00+09:00", 1), tuple("2023-11-17T01:52:00+09:00", 2));
        assertThat(entry(entries, "incident.acknowledged")).containsEntry("at", "2023-11-17T01:55:00+09:00");
    }

    private static Map<String, Object> entry(List<Map<String, Object>> entries, String action) {
        return entries.stream()
                .filter(entry -> entry.get("action").equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(String number, int level) {
        return As.person("m23.duty")
                .get("/api/v1/deliveries?limit=200&incident=" + number)
                .path("items.findAll{it.level==%d && it.person!=null}.to".formatted(level));
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }

    private static void made(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(201, 409);
    }
}
