package io.haetae.register;

import java.time.Instant;
import java.util.Map;

/**
 * How to write many systems at once.
 *
 * @param dryRun only tell what would be done
 * @param partial write the rows that are right even when others are wrong; else all or nothing
 * @param demonstration mark what is created as made up for showing the product
 * @param at from when on the register says so
 * @param grades confirmed grades that new systems bring along, by code; only the demonstration has any
 */
public record BatchOptions(
        boolean dryRun, boolean partial, boolean demonstration, Instant at, Map<String, Integer> grades) {

    public BatchOptions {
        grades = Map.copyOf(grades);
    }

    /** To be written now, all or nothing. */
    static BatchOptions at(Instant now) {
        return new BatchOptions(false, false, false, now, Map.of());
    }
}
