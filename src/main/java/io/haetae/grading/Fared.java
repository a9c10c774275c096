package io.haetae.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a system fared in a time, as far as it was in use.
 *
 * @param incidents how many failures touched it
 * @param downMinutes for how long it did not run as it should, planned work left out
 * @param minutes for how long it was in use, planned work left out
 * @param percent share of that in which it ran as it should; null when it was not in use
 */
public record Fared(
        int incidents,
        long downMinutes,
        long minutes,
        @Nullable BigDecimal percent) {

    /** A system that was not in use. */
    public static final Fared NOT_IN_USE = new Fared(0, 0, 0, null);
}
