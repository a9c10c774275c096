package io.haetae.access;

import io.haetae.intake.IntakeDriver;
import io.haetae.testing.As;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sources of each institution, their keys, and alerts that wait for people. */
@ApplicationScoped
class AccessAlerts {

    private final IntakeDriver intake;
    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    AccessAlerts(IntakeDriver intake) {
        this.intake = intake;
    }

    /** The key of a source of the institution that sends in that form. */
    String secret(Side side, String adapter) {
        return secrets.computeIfAbsent(
                side + adapter, none -> made(side, adapter).path("key"));
    }

    /** The id of a key that may be revoked. */
    String freshKey(Side side) {
        return made(side, "alertmanager").path("id");
    }

    /** A new alert that names no system; its title is the institution's secret. */
    String waiting(Side side) {
        String fingerprint = "waiting-" + counter.incrementAndGet();
        As.nobody()
                .body("""
                        {"version":"4","alerts":[{"status":"firing","labels":{"alertname":"Down"},
                         "annotations":{"summary":"%s"},"fingerprint":"%s"}]}""".formatted(side.secret(), fingerprint))
                .post("/api/v1/intake/alertmanager/" + secret(side, "alertmanager"))
                .then()
                .statusCode(200);
        return As.admin() // others made at this instant wait too, and another thread means to dismiss them
                .get("/api/v1/alerts?state=WAITING&limit=100&source=" + source(side, "alertmanager"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.fingerprint == '%s' }.id".formatted(fingerprint));
    }

    /** An open proposal to join a new incident of the institution's system to an older one. */
    String proposal(Side side, Supplier<String> incident) {
        String number = incident.get();
        intake.correlate();
        return As.person(side.person("SITUATION"))
                .get("/api/v1/correlations?state=OPEN&incident=" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.rule == 'same-system' }.id");
    }

    private static String source(Side side, String adapter) {
        return "ac-" + side.name().toLowerCase(Locale.ROOT) + "-" + adapter;
    }

    private static Response made(Side side, String adapter) {
        Map<String, Object> key = new HashMap<>();
        key.put("source", source(side, adapter));
        key.put("adapter", adapter);
        key.put("institution", side.institution());
        if (adapter.equals("generic") || adapter.equals("cloudevents")) {
            key.put(
                    "mapping",
                    Map.of(
                            "fingerprint",
                            "event.id",
                            "system",
                            "event.system",
                            "status",
                            "'firing'",
                            "title",
                            "event.id"));
        }
        Response made = As.admin().body(key).post("/api/v1/intake/keys");
        if (made.statusCode() != 201) {
            throw new AssertionError(made.asString());
        }
        return made;
    }

    /** A silence of the institution's own operator, over its own system. */
    String silence(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body("""
                                {"reason":"%s","until":"2026-11-25T10:00:00+09:00","system":"%s"}
                                """.formatted(side.secret(), side.system()))
                        .post("/api/v1/silences"))
                .path("id");
    }

    String knownSilence(Side side) {
        return known.computeIfAbsent(side + "silence", none -> silence(side));
    }

    /** A heartbeat that is expected of a source of the institution. */
    Response heartbeat(Side side) {
        return made(As.admin()
                .body("""
                        {"name":"ac-%s-%d","institution":"%s","systems":["%s"],"intervalSeconds":300,"graceSeconds":60}
                        """.formatted(
                                side.name().toLowerCase(Locale.ROOT),
                                counter.incrementAndGet(),
                                side.institution(),
                                side.system()))
                .post("/api/v1/heartbeats"));
    }

    String knownHeartbeat(Side side) {
        return known.computeIfAbsent(side + "heartbeat", none -> heartbeat(side).path("id"));
    }

    String beatKey(Side side) {
        return known.computeIfAbsent(side + "beat", none -> heartbeat(side).path("key"));
    }

    private static Response made(Response response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.asString());
        }
        return response;
    }
}
