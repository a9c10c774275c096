package io.haetae.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the table has it after a post.
 *
 * @param fresh whether this post brought it
 * @param early whether it was said to be over before it arrived
 * @param received how often it has come
 */
record Taken(
        UUID id,
        String fingerprint,
        boolean fresh,
        boolean early,
        @Nullable UUID system,
        @Nullable String incident,
        boolean dismissed,
        long received,
        Instant startsAt) {

    /** The same, over before it arrived: in no incident. */
    Taken tooLate() {
        return new Taken(id, fingerprint, fresh, true, system, null, dismissed, received, startsAt);
    }
}
