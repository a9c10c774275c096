package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each form that monitoring tools send is read by its own definition. */
@QuarkusTest
class AdapterIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Inject
    MovableClock clock;

    private String n;
    private String code;

    @BeforeEach
    void a_system() {
        clock.setTo(MovableClock.START);
        World.build();
        n = String.valueOf(COUNTER.incrementAndGet());
        code = "AD" + n;
        As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"MOIS","operator":"NIRS","leadAgency":null,
                         "audience":"CITIZEN","zone":"INTERNET","major":false,"services":[],
                         "externalIds":[{"scheme":"zabbix-host","id":"web-%s"}]}""".formatted(code, code, code, n))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private Sender sender(String adapter) {
        return Sender.of(Map.of("source", adapter + "-ad-" + n, "adapter", adapter, "institution", "NIRS"));
    }

    private static ValidatableResponse alerts(String query) {
        return As.person("op.nirs").get("/api/v1/alerts?" + query).then().statusCode(200);
    }

    @Test
    void prometheus_sends_to_it_as_to_an_alertmanager_and_what_ended_is_over() {
        Sender prometheus = sender("alertmanager");
        String alert = """
                [{"labels":{"alertname":"InstanceDown","severity":"page","system":"%s","instance":"a"},
                  "annotations":{"summary":"인스턴스 정지"},"startsAt":"2026-11-23T00:59:00.123456789Z","endsAt":"%s",
                  "generatorURL":"http://prometheus.example/graph?g0.expr=up"}]""";
        Map<String, Object> told = prometheus
                .post("/api/v2/alerts", alert.formatted(code, "2026-11-23T01:04:00Z"))
                .then()
                .statusCode(200)
                .extract()
                .path("results[0]");
        assertThat(told).containsEntry("outcome", "OPENED");
        assertThat((String) told.get("fingerprint")).matches("[0-9a-f]{16}");

        Map<String, Object> over = prometheus
                .post("/api/v2/alerts", alert.formatted(code, "2026-11-23T00:59:59Z"))
                .path("results[0]");
        assertThat(over)
                .containsEntry("outcome", "RESOLVED")
                .containsEntry("fingerprint", told.get("fingerprint"))
                .containsEntry("incident", told.get("incident"));
        alerts("system=" + code)
                .body("items.state", contains("CLOSED"))
                .body("items[0].severity", equalTo(1))
                .body("items[0].url", equalTo("http://prometheus.example/graph?g0.expr=up"));
    }

    @Test
    void grafana_sends_more_fields_and_names_the_rule_that_has_no_data() {
        List<Map<String, Object>> told =
                sender("grafana").post("""
                        {"receiver":"haetae","status":"firing","orgId":1,"alerts":[
                          {"status":"firing","labels":{"alertname":"DatasourceNoData","rulename":"응답 시간","system":"%s"},
                           "annotations":{},"startsAt":"2026-11-23T00:59:00Z","endsAt":"0001-01-01T00:00:00Z","values":{"B":22},
                           "valueString":"[ var='B' value=22 ]","generatorURL":"https://grafana.example/alerting/1/view",
                           "fingerprint":"57c6d9296de2ad39","silenceURL":"https://grafana.example/silence",
                           "dashboardURL":"https://grafana.example/d/1","panelURL":"https://grafana.example/d/1?viewPanel=2",
                           "imageURL":""}],
                         "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"https://grafana.example/",
                         "version":"1","groupKey":"{}:{}","truncatedAlerts":0,"title":"[FIRING:1]","state":"alerting",
                         "message":"**Firing**"}""".formatted(code)).path("results");

        assertThat(told).extracting("outcome").containsExactly("OPENED");
        alerts("system=" + code)
                .body("items[0].title", equalTo("DatasourceNoData: 응답 시간"))
                .body("items[0].url", equalTo("https://grafana.example/d/1?viewPanel=2"));
    }

    @Test
    void zabbix_sends_a_problem_an_update_and_the_recovery_of_the_same_event() {
        Sender zabbix = sender("zabbix");
        String event = """
                {"eventid":"4711","eventvalue":"%s","eventupdate":"%s","eventack":"%s","event_source":"0",
                 "event_date":"2026.11.23","event_time":"09:59:00","recovery_date":"%s","recovery_time":"%s",
                 "name":"High CPU","severity":"4","host":"web","hostip":"10.0.0.1","triggerid":"99",
                 "eventtags":"[{\\"tag\\":\\"scope\\",\\"value\\":\\"cpu\\"},{\\"tag\\":\\"system\\",\\"value\\":\\"%s\\"}]",
                 "opdata":"97 %%","url":"https://zabbix.example/tr_events.php?triggerid=99&eventid=4711"}""";
        String macro = "{EVENT.RECOVERY.DATE}";
        assertThat(outcome(zabbix, event.formatted("1", "0", "No", macro, macro, code)))
                .isEqualTo("OPENED");
        assertThat(outcome(zabbix, event.formatted("1", "1", "Yes", macro, macro, code)))
                .isEqualTo("DUPLICATE");
        assertThat(outcome(zabbix, event.formatted("0", "0", "Yes", "2026.11.23", "09:59:30", code)))
                .isEqualTo("RESOLVED");
        alerts("system=" + code)
                .body("items[0].startsAt", equalTo("2026-11-23T09:59:00+09:00"))
                .body("items[0].closedAt", equalTo("2026-11-23T09:59:30+09:00"))
                .body("items[0].severity", equalTo(2))
                .body("items[0].received", equalTo(2));
    }

    @Test
    void a_host_of_zabbix_without_the_tag_is_found_by_its_external_id() {
        Sender zabbix = Sender.of(Map.of(
                "source", "zabbix-host-" + n,
                "adapter", "zabbix",
                "institution", "NIRS",
                "externalScheme", "zabbix-host"));
        assertThat(outcome(
                        zabbix, "{\"eventid\":\"1\",\"eventvalue\":\"1\",\"name\":\"x\",\"host\":\"web-" + n + "\"}"))
                .isEqualTo("OPENED");
        alerts("system=" + code).body("items[0].systemSaid", equalTo("web-" + n));
    }

    @Test
    void the_media_type_for_zabbix_can_be_downloaded() {
        As.admin()
                .accept("*/*")
                .get("/alerts/keys/zabbix-media-type.yaml")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("haetae-zabbix-media-type.yaml"))
                .body(containsString("'{EVENT.TAGSJSON}'"));
    }

    @Test
    void cloud_events_come_one_by_one_and_in_batches() {
        Sender events = Sender.of(Map.of(
                "source",
                "events-" + n,
                "adapter",
                "cloudevents",
                "institution",
                "NIRS",
                "mapping",
                Map.of(
                        "fingerprint", "event.source + '/' + event.id",
                        "system", "event.data.system",
                        "status", "event.type.endsWith('.ended') ? 'resolved' : 'firing'",
                        "title", "event.data.what")));
        String event = """
                {"specversion":"1.0","type":"kr.go.x.%s","source":"/mon/%s","id":"7","time":"2026-11-23T00:59:00Z",
                 "datacontenttype":"application/json","data":{"system":"%s","what":"디스크 부족"}}""";
        As.nobody()
                .contentType("application/cloudevents+json")
                .body(event.formatted("begun", n, code))
                .post(events.path())
                .then()
                .statusCode(200)
                .body("results.outcome", contains("OPENED"))
                .body("results.fingerprint", contains("/mon/" + n + "/7"));
        As.nobody()
                .contentType("application/cloudevents-batch+json")
                .body("[" + event.formatted("begun", n, code) + "," + event.formatted("ended", n, code)
                        + ",{\"specversion\":\"0.3\",\"type\":\"t\",\"source\":\"/s\",\"id\":\"8\"},{\"id\":\"9\"}]")
                .post(events.path())
                .then()
                .statusCode(200)
                .body("results.outcome", contains("DUPLICATE", "RESOLVED", "REFUSED", "REFUSED"))
                .body("results[2].why", equalTo("Its specversion is \"0.3\". Allowed: 1.0"))
                .body("results[3].why", equalTo("It has no source, which CloudEvents require."));
        alerts("system=" + code).body("items[0].startsAt", equalTo("2026-11-23T09:59:00+09:00"));
    }

    private static String outcome(Sender sender, String body) {
        return sender.post(body).then().statusCode(200).extract().path("results[0].outcome");
    }
}
