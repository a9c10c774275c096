package io.haetae.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A delivery as a CloudEvent 1.0 in structured JSON. The id is the delivery's idempotency key, so that a receiver
 * recognises a repetition by (source, id), as the specification asks.
 */
@ApplicationScoped
class CloudEvent {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
    private static final String TYPE = "io.haetae.notice.v1";

    private final ObjectMapper json;
    private final NotifyConfig config;

    CloudEvent(ObjectMapper json, NotifyConfig config) {
        this.json = json;
        this.config = config;
    }

    /** The event's bytes; the same on every try. */
    byte[] of(Outgoing delivery) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", delivery.key());
        event.put("source", config.source());
        event.put("type", TYPE);
        event.put("subject", delivery.subjectKind() + "/" + delivery.subjectId());
        event.put(
                "time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(delivery.at().atZone(Zones.SEOUL)));
        event.put("datacontenttype", "application/json");
        event.put("data", data(delivery));
        try {
            return json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }

    private static Map<String, Object> data(Outgoing delivery) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("delivery", delivery.id().toString());
        data.put("subject", Map.of("kind", delivery.subjectKind(), "id", delivery.subjectId()));
        data.put("to", delivery.to());
        data.put("level", delivery.level());
        data.put("exercise", delivery.exercise());
        data.put("title", delivery.title());
        data.put("body", delivery.body());
        if (!delivery.together().isEmpty()) {
            data.put(
                    "together",
                    delivery.together().stream()
                            .map(each -> Map.of(
                                    "delivery", each.delivery().toString(),
                                    "subject", Map.of("kind", each.subjectKind(), "id", each.subjectId())))
                            .toList());
        }
        return data;
    }
}
