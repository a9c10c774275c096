package io.haetae.grading.designation;

import io.haetae.kernel.LocalizedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A system in the list of designated ones and of those that are due for a decision.
 *
 * @param systemGrade the confirmed grade, null while there is none
 * @param dependents how many systems lean on it directly
 * @param why in words
 * @param on day of the designation, null where the register was loaded with it or there is none
 */
public record DesignationRow(
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable Integer systemGrade,
        Standing standing,
        int dependents,
        LocalizedText why,
        @Nullable LocalDate on,
        @Nullable String document) {

    /** What a system is in view of the designation. */
    public enum Standing {
        /** Designated, and its grade agrees. */
        DESIGNATED,
        /** Not designated, though its grade speaks for it. */
        CANDIDATE,
        /** Designated, though its grade speaks for it no more. */
        REVIEW
    }
}
