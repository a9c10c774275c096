package io.haetae.deadline;

/**
 * How long a term runs.
 *
 * @param amount how many, not negative
 * @param unit of what
 */
public record Length(long amount, Unit unit) {

    public Length {
        if (amount < 0) {
            throw new IllegalArgumentException("a term cannot run for " + amount + " " + unit);
        }
    }

    /** In what a term is counted. */
    public enum Unit {
        /** Minutes by the clock, day and night. */
        MINUTES,
        /** Calendar days, the first not counted (민법 제157조). */
        DAYS,
        /** Working days, the first not counted. */
        WORKING_DAYS,
        /** Months by the calendar (민법 제160조). */
        MONTHS
    }

    /** So many minutes. */
    public static Length minutes(long amount) {
        return new Length(amount, Unit.MINUTES);
    }

    /** So many calendar days. */
    public static Length days(long amount) {
        return new Length(amount, Unit.DAYS);
    }

    /** So many working days. */
    public static Length workingDays(long amount) {
        return new Length(amount, Unit.WORKING_DAYS);
    }

    /** So many months. */
    public static Length months(long amount) {
        return new Length(amount, Unit.MONTHS);
    }
}
