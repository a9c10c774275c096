package io.haetae.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answered a call-out.
 *
 * @param person his account, or null when he has none here
 * @param name the person as people read it
 * @param by how he was reached or answered
 * @param at when
 */
public record Answer(@Nullable UUID person, String name, By by, Instant at) {

    /** How an answer came. */
    public enum By {
        /** On a page or through the interface, by the person himself. */
        PAGE,
        /** By telephone, recorded by somebody else. */
        PHONE,
        /** By text message, recorded by somebody else. */
        SMS
    }
}
