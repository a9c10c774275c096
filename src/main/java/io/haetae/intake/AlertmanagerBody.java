package io.haetae.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.identity.Secret;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alertmanager's forms: the webhook of version 4, which Grafana sends too with more fields, and the list of API v2. Each
 * alert is open or over by itself; the status of the group says nothing about it.
 */
final class AlertmanagerBody {

    private static final int SHORT_HASH = 8;

    private final Source source;
    private final Instant now;

    /** The times of this post by their text: its alerts name the same few again and again. */
    private final Map<String, Time> times = new HashMap<>();

    AlertmanagerBody(Source source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /**
     * What an alert says of a time.
     *
     * @param at null when there is none
     * @param readable whether it is one, or none
     */
    private record Time(String said, @Nullable Instant at, boolean readable) {

        static Time of(String said) {
            try {
                return new Time(said, Bodies.time(said), true);
            } catch (DateTimeException e) {
                return new Time(said, null, false);
            }
        }
    }

    private Time time(JsonNode alert, String field) {
        return times.computeIfAbsent(Objects.requireNonNullElse(Bodies.text(alert, field), ""), Time::of);
    }

    /** The webhook: alerts under {@code alerts}, each with a status and a fingerprint. */
    List<Reading> webhook(byte[] body) throws IOException {
        return Bodies.field(body, "alerts", this::ofWebhook);
    }

    /** The API: a list of alerts without either; what ends in the past is over. */
    List<Reading> api(byte[] body) throws IOException {
        return Bodies.listOrOne(body, this::ofApi);
    }

    private Reading ofWebhook(JsonNode alert, String evidence) {
        String fingerprint = Bodies.text(alert, "fingerprint");
        String status = Bodies.text(alert, "status");
        if (!"firing".equals(status) && !"resolved".equals(status)) {
            return new Unreadable(
                    fingerprint,
                    "status",
                    Map.of("value", Objects.requireNonNullElse(status, ""), "allowed", "firing, resolved"));
        }
        return read(alert, evidence, fingerprint, "firing".equals(status));
    }

    private Reading ofApi(JsonNode alert, String evidence) {
        Time ends = time(alert, "endsAt");
        if (!ends.readable()) {
            return Bodies.noTime(null, "endsAt", ends.said());
        }
        return read(alert, evidence, null, ends.at() == null || ends.at().isAfter(now));
    }

    private Reading read(JsonNode alert, String evidence, @Nullable String given, boolean firing) {
        JsonNode labels = alert.path("labels");
        JsonNode annotations = alert.path("annotations");
        if (!labels.isObject() || labels.isEmpty()) {
            return new Unreadable(given, "no-labels", Map.of());
        }
        String fingerprint = given == null || given.isBlank() ? fingerprint(labels) : given;
        Time starts = time(alert, "startsAt");
        Time ends = time(alert, "endsAt");
        if (!starts.readable() || !ends.readable()) {
            return starts.readable()
                    ? Bodies.noTime(fingerprint, "endsAt", ends.said())
                    : Bodies.noTime(fingerprint, "startsAt", starts.said());
        }
        return Bodies.checked(new Signal(
                fingerprint,
                firing,
                Bodies.text(labels, source.systemLabel()),
                Bodies.text(labels, "severity"),
                Objects.requireNonNullElse(
                        first(
                                Bodies.text(annotations, "summary"),
                                Bodies.text(annotations, "title"),
                                Bodies.text(annotations, "description"),
                                named(labels)),
                        ""),
                starts.at(),
                firing ? null : ends.at(),
                first(
                        Bodies.text(alert, "panelURL"),
                        Bodies.text(alert, "dashboardURL"),
                        Bodies.text(alert, "generatorURL")),
                evidence));
    }

    /** Grafana calls an alert DatasourceError or DatasourceNoData when a rule cannot be evaluated, and names the rule. */
    private static @Nullable String named(JsonNode labels) {
        String name = Bodies.text(labels, "alertname");
        String rule = Bodies.text(labels, "rulename");
        return name == null || rule == null ? name : name + ": " + rule;
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** What makes the alert this alert is its labels, whatever their order. */
    private static String fingerprint(JsonNode labels) {
        Map<String, String> sorted = new TreeMap<>();
        labels.fields()
                .forEachRemaining(
                        label -> sorted.put(label.getKey(), label.getValue().asText()));
        return HexFormat.of().formatHex(Secret.hash(sorted.toString()), 0, SHORT_HASH);
    }
}
