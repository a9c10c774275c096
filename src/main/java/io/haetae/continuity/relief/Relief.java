package io.haetae.continuity.relief;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a deadline.
 *
 * @param outcome what
 * @param deadline the deadline now, never before the original; the original while the recovery is awaited
 * @param excusedUntil until when lateness does not count, null unless that is the outcome
 * @param whyNot why the rule does not apply; null when it does, though the original may be later anyway
 */
public record Relief(
        Outcome outcome,
        Due deadline,
        @Nullable Instant excusedUntil,
        @Nullable LocalizedText whyNot) {

    /** What may become of it. */
    public enum Outcome {
        /** The rule does not apply, or gives no later day than the original. */
        NOT_AFFECTED,
        /** It will move, to a day that is known when the system runs again. */
        AWAITING_RECOVERY,
        MOVED,
        /** It stays; lateness until recovery does not count. */
        NOT_COUNTED
    }
}
