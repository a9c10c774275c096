package io.haetae.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two people who exchange shifts, as others see it.
 *
 * @param id of the swap
 * @param roster of which roster
 * @param rosterName what people call it
 * @param asker who asked
 * @param asked who was asked
 * @param give the shift that the asker gives away
 * @param take the shift that he takes in return, or null
 * @param note of the asker
 * @param state where it stands
 * @param askedAt when it was asked
 * @param answeredAt when it was answered or withdrawn
 */
public record SwapView(
        UUID id,
        UUID roster,
        String rosterName,
        DutyPerson asker,
        DutyPerson asked,
        Span give,
        @Nullable Span take,
        @Nullable String note,
        State state,
        Instant askedAt,
        @Nullable Instant answeredAt) {

    /** From when until when. */
    public record Span(Instant from, Instant until) {}

    /** Where a swap stands. */
    public enum State {
        /** Waits for an answer. */
        ASKED,
        /** Both shifts have changed hands. */
        ACCEPTED,
        /** The one who was asked cannot. */
        DECLINED,
        /** The asker thought better of it. */
        WITHDRAWN
    }
}
