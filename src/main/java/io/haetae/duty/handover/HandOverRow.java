package io.haetae.duty.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over in a list.
 *
 * @param post team and roster of the giver; empty without one
 * @param takenAt when the taker signed, or null
 * @param awaitsReader whether the reader is the one whose turn it is
 */
public record HandOverRow(
        UUID id,
        String institution,
        HandOverState state,
        String giver,
        String taker,
        String post,
        Instant begunAt,
        @Nullable Instant takenAt,
        boolean awaitsReader) {}
