package io.haetae.duty;

import io.haetae.kernel.LocalizedText;
import io.haetae.notify.DeliveryView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was told of a matter, or was not: one entry per level of each call-out, the newest call-out first.
 *
 * @param chain which call-out
 * @param level of which level
 * @param at when the level was carried out, or is or was due
 * @param verdict in one word
 * @param why in a sentence
 * @param messages what was sent to him of this level, and what became of it
 */
public record WhyTold(UUID chain, int level, Instant at, Verdict verdict, LocalizedText why, List<Message> messages) {

    public WhyTold {
        messages = List.copyOf(messages);
    }

    /** A message of the level to this person. */
    public record Message(
            UUID id,
            String channel,
            DeliveryView.State state,
            @Nullable LocalizedText failure) {}

    /** Whether somebody was told, in one word. */
    public enum Verdict {
        /** He held a function that the level called. */
        TOLD,
        /** Others held the functions that the level called. */
        OTHERS_HELD_IT,
        /** Nobody held the functions that the level called. */
        NOBODY_HELD_IT,
        /** The level is still to come. */
        TO_COME,
        /** Somebody answered before the level was due. */
        ANSWERED_BEFORE,
        /** A call-out for a worse grade took the place of this one before the level was due. */
        REPLACED_BEFORE,
        /** The matter was over before the level was due. */
        OVER_BEFORE
    }
}
