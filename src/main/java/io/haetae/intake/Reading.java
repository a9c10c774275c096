package io.haetae.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One alert as an adapter read it, or why it could not. */
sealed interface Reading {

    /** What the source calls it; null when not even that could be read. */
    @Nullable
    String fingerprint();

    /**
     * An alert.
     *
     * @param fingerprint what the source calls it
     * @param firing whether it is there, or over
     * @param system what the source says about the system: its code, or its id in the scheme of the key
     * @param severity in the source's word
     * @param title what people read
     * @param startsAt null when the source does not say
     * @param endsAt null while it is there, or when the source does not say
     * @param url where the source shows it
     * @param evidence as it was sent
     */
    record Signal(
            String fingerprint,
            boolean firing,
            @Nullable String system,
            @Nullable String severity,
            String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String url,
            String evidence)
            implements Reading {}

    /**
     * What could not be read.
     *
     * @param reason message key without {@code intake.refused.}
     * @param facts for the message
     */
    record Unreadable(@Nullable String fingerprint, String reason, Map<String, Object> facts) implements Reading {}
}
