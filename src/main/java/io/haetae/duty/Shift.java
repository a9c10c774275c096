package io.haetae.duty;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one person, or nobody, is on duty in one layer of a roster.
 *
 * @param layer of which layer
 * @param rotation whose turn it is part of
 * @param turn number of that turn, from 0
 * @param person who is on duty; null when whoever had the turn is absent and nobody stands in
 * @param by why it is this person
 * @param from begin
 * @param until end
 */
public record Shift(
        int layer, UUID rotation, long turn, @Nullable UUID person, By by, Instant from, Instant until) {

    /** Why somebody is on duty. */
    public enum By {
        /** It is his turn. */
        TURN,
        /** Somebody put him in the place of another. */
        OVERRIDE,
        /** Two exchanged their shifts. */
        SWAP,
        /** He stands in for somebody absent. */
        SUBSTITUTE,
        /** Nobody: whoever has the turn is absent. */
        ABSENCE
    }

    boolean isLike(Shift other) {
        return by == other.by && Objects.equals(person, other.person);
    }

    Shift until(Instant end) {
        return new Shift(layer, rotation, turn, person, by, from, end);
    }

    /** Names this piece of this turn, the same however often it is asked for. */
    String uid() {
        return rotation + "-" + turn + "-" + from.getEpochSecond() + "@haetae";
    }
}
