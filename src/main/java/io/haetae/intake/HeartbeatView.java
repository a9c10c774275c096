package io.haetae.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A heartbeat; for what is expected see {@link HeartbeatCommand}.
 *
 * @param beats how many came
 * @param dueBy by when the next one must come; null before the first, and when nothing is expected any more
 * @param missingSince since when its absence is an alarm
 * @param incident the latest that its absence raised, when the reader may see it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeartbeatView(
        UUID id,
        String name,
        State state,
        String institution,
        List<String> systems,
        int intervalSeconds,
        int graceSeconds,
        long beats,
        @Nullable Instant lastAt,
        @Nullable Instant dueBy,
        @Nullable Instant missingSince,
        @Nullable String incident,
        Instant createdAt,
        String createdBy,
        @Nullable Instant retiredAt) {

    /** How a heartbeat fares. */
    public enum State {
        /** No beat has come yet; nothing is expected before the first. */
        AWAITED,
        /** It beats. */
        BEATING,
        /** It is late, but its systems are being worked on as planned. */
        QUIETED,
        /** It is late: an alarm. */
        MISSING,
        /** Nothing is expected any more. */
        RETIRED
    }

    /**
     * A heartbeat just made.
     *
     * @param key shown this once
     * @param path to which the source posts, or which it gets
     */
    public record Made(@JsonUnwrapped HeartbeatView view, String key, String path) {

        /** Without the secret: safe for the log. */
        @Override
        public String toString() {
            return "Made[" + view + "]";
        }
    }

    /** What a beat is answered. */
    public record Beat(String name, Instant at, Instant nextBy) {}
}
