package io.haetae.intake;

import io.haetae.testing.As;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source of alerts, as a test plays it. */
final class Sender {

    static final String OPEN = "0001-01-01T00:00:00Z";

    private final String path;

    private Sender(String path) {
        this.path = path;
    }

    /** A source with a key of its own. */
    static Sender of(Map<String, Object> key) {
        Response made = As.admin().body(key).post("/api/v1/intake/keys");
        if (made.statusCode() != 201) {
            throw new AssertionError(made.asString());
        }
        return new Sender(made.path("path"));
    }

    static Sender alertmanager(String source, String institution) {
        return of(Map.of("source", source, "adapter", "alertmanager", "institution", institution));
    }

    String path() {
        return path;
    }

    Response post(String body) {
        return post("", body);
    }

    Response post(String below, String body) {
        return As.nobody().body(body).post(path + below);
    }

    /** Alerts in a webhook of version 4. */
    List<Map<String, Object>> send(Alarm... alarms) {
        List<String> alerts = new ArrayList<>();
        for (Alarm alarm : alarms) {
            alerts.add(alarm.json());
        }
        Response answer = post(webhook(alerts));
        answer.then().statusCode(200);
        return answer.path("results");
    }

    /** The webhook of alertmanager's docs/configuration.md, with every field it has. */
    static String webhook(List<String> alerts) {
        return """
                {"version":"4","groupKey":"{}:{alertname=\\"Down\\"}","truncatedAlerts":0,"status":"firing","receiver":"haetae",
                 "groupLabels":{"alertname":"Down"},"commonLabels":{"alertname":"Down"},"commonAnnotations":{},
                 "externalURL":"http://alertmanager.example","notification_reason":"first","alerts":[%s]}""".formatted(String.join(",", alerts));
    }

    /** One alert of such a webhook. */
    record Alarm(String fingerprint, String status, String system, String title, String startsAt, String endsAt) {

        static Alarm firing(String fingerprint, String system, String startsAt) {
            return new Alarm(fingerprint, "firing", system, "접속 불가", startsAt, OPEN);
        }

        static Alarm resolved(String fingerprint, String system, String startsAt, String endsAt) {
            return new Alarm(fingerprint, "resolved", system, "접속 불가", startsAt, endsAt);
        }

        String json() {
            return """
                    {"status":"%s","labels":{"alertname":"Down","severity":"critical","system":"%s"},
                     "annotations":{"summary":"%s"},"startsAt":"%s","endsAt":"%s",
                     "generatorURL":"http://prometheus.example/graph","fingerprint":"%s"}""".formatted(status, system, title, startsAt, endsAt, fingerprint);
        }
    }
}
