package io.haetae.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0, structured or in a batch, read by the CEL of the key; {@code event} is the whole event, with its data
 * under {@code event.data}. Its own time counts when the key names none.
 */
final class CloudEventBody {

    private static final List<String> REQUIRED = List.of("id", "source", "specversion", "type");

    private final MappedBody mapped;

    CloudEventBody(Source source) {
        this.mapped = new MappedBody(source);
    }

    List<Reading> read(byte[] body) throws IOException {
        return Bodies.listOrOne(body, this::read);
    }

    private Reading read(JsonNode event, String evidence) {
        for (String attribute : REQUIRED) {
            String value = Bodies.text(event, attribute);
            if (value == null || value.isBlank()) {
                return new Unreadable(Bodies.text(event, "id"), "attribute", Map.of("field", attribute));
            }
        }
        if (!"1.0".equals(Bodies.text(event, "specversion"))) {
            return new Unreadable(
                    Bodies.text(event, "id"),
                    "specversion",
                    Map.of(
                            "value",
                            Objects.requireNonNullElse(Bodies.text(event, "specversion"), ""),
                            "allowed",
                            "1.0"));
        }
        String said = Bodies.text(event, "time");
        if (!Bodies.isTime(said)) {
            return Bodies.noTime(Bodies.text(event, "id"), "time", String.valueOf(said));
        }
        Instant time = Bodies.time(said);
        Reading read = mapped.read(event, evidence);
        return read instanceof Signal signal ? timed(signal, time) : read;
    }

    private static Signal timed(Signal signal, @Nullable Instant time) {
        boolean over = !signal.firing();
        return new Signal(
                signal.fingerprint(),
                signal.firing(),
                signal.system(),
                signal.severity(),
                signal.title(),
                signal.startsAt() == null && !over ? time : signal.startsAt(),
                signal.endsAt() == null && over ? time : signal.endsAt(),
                signal.url(),
                signal.evidence());
    }
}
