package io.haetae.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import io.haetae.rule.Mapping;
import io.haetae.rule.Mapping.Document;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON of any shape, one alert or a list, read by the CEL of the key. */
final class MappedBody {

    private final Mapping mapping;

    MappedBody(Source source) {
        this.mapping = Objects.requireNonNull(source.mapping());
    }

    List<Reading> read(byte[] body) throws IOException {
        return Bodies.listOrOne(body, this::read);
    }

    Reading read(JsonNode alert, String evidence) {
        Document document = Document.of(alert);
        String fingerprint = null;
        try {
            fingerprint = text("fingerprint", document);
            String status = text("status", document);
            if (fingerprint == null) {
                return new Unreadable(null, "no-fingerprint", Map.of());
            }
            if (!"firing".equals(status) && !"resolved".equals(status)) {
                return new Unreadable(
                        fingerprint,
                        "status",
                        Map.of("value", Objects.requireNonNullElse(status, ""), "allowed", "firing, resolved"));
            }
            boolean firing = "firing".equals(status);
            return Bodies.checked(new Signal(
                    fingerprint,
                    firing,
                    text("system", document),
                    text("severity", document),
                    Objects.requireNonNullElse(text("title", document), ""),
                    time("startsAt", document),
                    firing ? null : time("endsAt", document),
                    text("url", document),
                    evidence));
        } catch (Mapping.Unreadable e) {
            return new Unreadable(
                    fingerprint,
                    "expression",
                    Map.of("field", e.field(), "reason", Objects.requireNonNullElse(e.getMessage(), "")));
        } catch (NoTime e) {
            return Bodies.noTime(fingerprint, e.field, e.value);
        }
    }

    private @Nullable String text(String field, Document document) throws Mapping.Unreadable {
        Object value = mapping.read(field, document);
        return value == null ? null : String.valueOf(value);
    }

    private @Nullable Instant time(String field, Document document) throws Mapping.Unreadable, NoTime {
        Object value = mapping.read(field, document);
        if (value == null) {
            return null;
        }
        try {
            return value instanceof Number epoch ? Bodies.time(epoch.longValue()) : Bodies.time(String.valueOf(value));
        } catch (DateTimeException e) {
            throw new NoTime(field, value, e);
        }
    }

    private static final class NoTime extends Exception {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Object value;

        NoTime(String field, Object value, DateTimeException cause) {
            super(cause);
            this.field = field;
            this.value = value;
        }
    }
}
