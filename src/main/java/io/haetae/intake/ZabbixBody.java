package io.haetae.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import io.haetae.kernel.Zones;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What our media type sends: one event of Zabbix, in Zabbix' own words. Value 1 is there, value 0 is over; an update, such
 * as an acknowledgement there, repeats the alert. The recovery of a problem carries the problem's event id.
 */
final class ZabbixBody {

    /** Zabbix writes dates and times like this, in the time of its server. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss", Locale.ROOT);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;

    ZabbixBody(Source source) {
        this.source = source;
    }

    List<Reading> read(byte[] body) throws IOException {
        return Bodies.listOrOne(body, this::read);
    }

    private Reading read(JsonNode event, String evidence) {
        String id = Bodies.text(event, "eventid");
        String value = Bodies.text(event, "eventvalue");
        if (id == null || id.isBlank()) {
            return new Unreadable(null, "no-fingerprint", Map.of());
        }
        if (!"0".equals(value) && !"1".equals(value)) {
            return new Unreadable(
                    id, "status", Map.of("value", Objects.requireNonNullElse(value, ""), "allowed", "1, 0"));
        }
        boolean firing = "1".equals(value);
        Instant startsAt;
        Instant endsAt;
        try {
            startsAt = time(event, "event_date", "event_time");
            endsAt = firing ? null : time(event, "recovery_date", "recovery_time");
        } catch (DateTimeException e) {
            return Bodies.noTime(id, "event_date", event.path("event_date").asText());
        }
        return Bodies.checked(new Signal(
                id,
                firing,
                system(event),
                Bodies.text(event, "severity"),
                Objects.requireNonNullElse(Bodies.text(event, "name"), ""),
                startsAt,
                endsAt,
                Bodies.text(event, "url"),
                evidence));
    }

    /** The tag that names the system; without one the host, which the register may know by an external id. */
    private @Nullable String system(JsonNode event) {
        JsonNode tags = event.path("eventtags");
        try {
            for (JsonNode tag : tags.isTextual() ? JSON.readTree(tags.asText()) : tags) {
                if (source.systemLabel().equals(Bodies.text(tag, "tag"))) {
                    return Bodies.text(tag, "value");
                }
            }
        } catch (JsonProcessingException e) {
            return Bodies.text(event, "host"); // tags in another form than JSON name no system
        }
        return Bodies.text(event, "host");
    }

    /** A macro that Zabbix did not know stands there as it was written. */
    private static @Nullable Instant time(JsonNode event, String date, String time) {
        String day = Objects.requireNonNullElse(Bodies.text(event, date), "");
        String hour = Objects.requireNonNullElse(Bodies.text(event, time), "");
        if (day.isBlank() || hour.isBlank() || day.startsWith("{")) {
            return null;
        }
        return LocalDateTime.parse(day.strip() + " " + hour.strip(), TIME)
                .atZone(Zones.SEOUL)
                .toInstant();
    }
}
