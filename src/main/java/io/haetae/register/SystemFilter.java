package io.haetae.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which systems to list.
 *
 * @param q words that must all occur in code or name, Korean or English, from one syllable on
 * @param owner code of an institution: its systems and those of institutions below it
 * @param systemGrade 1 to 4, or 0 for those without a confirmed grade
 * @param asOf the register as it was then; null for the present
 * @param all also what is out of scope, as stubs
 */
public record SystemFilter(
        @Nullable String q,
        @Nullable String owner,
        @Nullable Integer systemGrade,
        @Nullable Boolean major,
        @Nullable String site,
        @Nullable String room,
        @Nullable Instant asOf,
        boolean all) {

    /** Everything, now. */
    public static final SystemFilter NONE = new SystemFilter(null, null, null, null, null, null, null, false);
}
