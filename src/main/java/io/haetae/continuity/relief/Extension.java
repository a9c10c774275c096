package io.haetae.continuity.relief;

import io.haetae.rule.DeadlineRules.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What an agency decided about the deadlines a failure hit: a new date, or so long after recovery.
 *
 * @param until the new date, null when it is counted from recovery
 * @param amount how long after recovery, 0 with a date
 * @param unit of what, null with a date
 * @param alsoWithinHours deadlines so soon after recovery are extended too
 */
public record Extension(
        @Nullable Due until, int amount, @Nullable Unit unit, int alsoWithinHours) {

    /** To a new date. */
    public static Extension to(Due until) {
        return new Extension(until, 0, null, 0);
    }

    /** So long after recovery. */
    public static Extension after(int amount, Unit unit) {
        return new Extension(null, amount, unit, 0);
    }

    /** Deadlines within so many hours after recovery too. */
    public Extension alsoWithin(int hours) {
        return new Extension(until, amount, unit, hours);
    }
}
