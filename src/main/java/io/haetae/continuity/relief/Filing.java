package io.haetae.continuity.relief;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was to be done by a deadline.
 *
 * @param deadline as it stood before the failure
 * @param periodFrom the day the period began, which itself does not count (민법 제157조); null when nobody knows
 * @param sentAt when it was sent, null when it was not
 * @param extension what an agency decided, null without a decision
 */
public record Filing(
        Due deadline,
        @Nullable LocalDate periodFrom,
        @Nullable Instant sentAt,
        @Nullable Extension extension) {

    /** Only a deadline. */
    public static Filing due(Due deadline) {
        return new Filing(deadline, null, null, null);
    }
}
