package io.haetae.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers of bodies share: one alert at a time, so that a large post never stands in memory as a tree. */
final class Bodies {

    /** Longest fingerprint, and title as people read it. */
    static final int LONGEST_FINGERPRINT = 255;

    static final int LONGEST_TITLE = 200;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_EVIDENCE = 16_384;

    private static final String ZERO_OF_GO = "0001-01-01T00:00:00Z";

    /** Written by tools for "no time": Go's zero, and everything before there was monitoring. */
    private static final Instant BEFORE_MONITORING = Instant.parse("1990-01-01T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** Reads one alert. */
    @FunctionalInterface
    interface AlertReader {
        Reading read(JsonNode alert, String evidence);
    }

    /** Reads the alerts of a body that is a list, or one alert. */
    static List<Reading> listOrOne(byte[] body, AlertReader reader) throws IOException {
        List<Reading> read = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                items(parser, body, reader, read);
            } else if (first == JsonToken.START_OBJECT) {
                read.add(one(parser, body, reader));
            } else {
                throw malformed("", "wrong-type");
            }
            end(parser);
        }
        return read;
    }

    /** Reads the alerts that stand in a field of a body, which is an object. */
    static List<Reading> field(byte[] body, String field, AlertReader reader) throws IOException {
        List<Reading> read = new ArrayList<>();
        boolean found = false;
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("", "wrong-type");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                JsonToken value = parser.nextToken();
                if (!wanted) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_ARRAY) {
                    found = true;
                    items(parser, body, reader, read);
                } else {
                    throw malformed("/" + field, "wrong-type");
                }
            }
            end(parser);
        }
        if (!found) {
            throw malformed("/" + field, "required");
        }
        return read;
    }

    private static void items(JsonParser parser, byte[] body, AlertReader reader, List<Reading> read)
            throws IOException {
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                read.add(one(parser, body, reader));
            } else {
                parser.skipChildren();
                read.add(new Unreadable(null, "no-object", Map.of()));
            }
        }
    }

    private static Reading one(JsonParser parser, byte[] body, AlertReader reader) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        JsonNode alert = JSON.readTree(parser);
        int to = (int) parser.currentLocation().getByteOffset();
        String evidence = new String(body, from, to - from, StandardCharsets.UTF_8);
        if (evidence.contains("\\u0000")) {
            return new Unreadable(null, "nul", Map.of());
        }
        return reader.read(alert, evidence.length() > LONGEST_EVIDENCE ? clip(evidence, LONGEST_EVIDENCE) : evidence);
    }

    private static void end(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw malformed("", "wrong-type");
        }
    }

    private static Refusal malformed(String pointer, String code) {
        return pointer.isEmpty()
                ? new Refusal(KernelError.INVALID)
                : Refusal.fields(List.of(FieldError.of(pointer, code)));
    }

    /**
     * An alert, if what it cannot do without is there and in form.
     *
     * @param draft as it was read; its title and texts may be too long
     */
    static Reading checked(Signal draft) {
        String fingerprint = draft.fingerprint().strip();
        if (fingerprint.isEmpty() || fingerprint.length() > LONGEST_FINGERPRINT) {
            return new Unreadable(
                    clip(fingerprint, LONGEST_FINGERPRINT),
                    fingerprint.isEmpty() ? "no-fingerprint" : "long-fingerprint",
                    Map.of("max", LONGEST_FINGERPRINT));
        }
        String title = draft.title().isBlank() ? fingerprint : draft.title().strip();
        return new Signal(
                fingerprint,
                draft.firing(),
                word(draft.system()),
                word(draft.severity()),
                clip(title, LONGEST_TITLE),
                draft.startsAt(),
                draft.endsAt(),
                draft.url() == null || draft.url().length() > LONGEST_URL ? null : draft.url(),
                draft.evidence());
    }

    private static @Nullable String word(@Nullable String said) {
        return said == null || said.isBlank() ? null : clip(said.strip(), LONGEST_WORD);
    }

    static String clip(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A time as tools write it; null when there is none, which some say as the year 1. Throws when it is no time. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals(ZERO_OF_GO)) {
            return null;
        }
        Instant at = OffsetDateTime.parse(text.strip()).toInstant();
        return at.isBefore(BEFORE_MONITORING) ? null : at;
    }

    /** Seconds or milliseconds since 1970. */
    static @Nullable Instant time(long epoch) {
        Instant at = Math.abs(epoch) > 100_000_000_000L ? Instant.ofEpochMilli(epoch) : Instant.ofEpochSecond(epoch);
        return at.isBefore(BEFORE_MONITORING) ? null : at;
    }

    static Unreadable noTime(@Nullable String fingerprint, String field, Object value) {
        return new Unreadable(
                fingerprint, "no-time", Map.of("field", field, "value", clip(String.valueOf(value), LONGEST_WORD)));
    }

    /** Reads {@code time}, or says that it is none. */
    static boolean isTime(@Nullable String text) {
        try {
            time(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The text of a field; null when it is not there or no text. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
    }
}
