package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** An Alertmanager: sends a post again until it is answered 200, and keeps a list of what was accepted. */
final class FaultySource {

    /** An alert that still fires. */
    static final String OPEN = "0001-01-01T00:00:00Z";

    private final String name;
    private final String path;
    private final Set<String> accepted = new ConcurrentSkipListSet<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    FaultySource(String name, String path) {
        this.name = name;
        this.path = path;
    }

    String name() {
        return name;
    }

    /** Fingerprints that were accepted. */
    Set<String> accepted() {
        return accepted;
    }

    /** Every status that was answered, with how often. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** One try; says whether it was accepted. */
    boolean send(PackagedServer replica, String fingerprint, String system, String startsAt, String endsAt) {
        try {
            HttpResponse<String> answer = replica.send(HttpRequest.newBuilder(replica.uri(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body(fingerprint, system, startsAt, endsAt)))
                    .build());
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 200) {
                assertThat(new JsonPath(answer.body()).getString("results[0].outcome"))
                        .as(answer.body())
                        .isNotEqualTo("REFUSED");
                accepted.add(fingerprint);
                return true;
            }
            assertThat(answer.statusCode())
                    .as("what a sender sends again: %s", answer.body())
                    .isGreaterThanOrEqualTo(500);
            return false;
        } catch (UncheckedIOException e) {
            answers.merge(0, 1, Integer::sum);
            return false;
        }
    }

    private static String body(String fingerprint, String system, String startsAt, String endsAt) {
        return """
                {"version":"4","groupKey":"{}","truncatedAlerts":0,"status":"firing","receiver":"haetae","groupLabels":{},
                 "commonLabels":{},"commonAnnotations":{},"externalURL":"http://alertmanager.invalid","alerts":[
                 {"status":"%s","labels":{"alertname":"Down","severity":"critical","system":"%s"},
                  "annotations":{"summary":"접속 불가"},"startsAt":"%s","endsAt":"%s",
                  "generatorURL":"http://prometheus.invalid/graph","fingerprint":"%s"}]}""".formatted(endsAt.equals(OPEN) ? "firing" : "resolved", system, startsAt, endsAt, fingerprint);
    }
}
