package io.haetae.grading.designation;

import io.haetae.grading.DecisionCommand.Decider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One designation or revocation.
 *
 * @param designated whether it was one; else a revocation
 * @param systemGrade the confirmed grade at that time, null while there was none
 */
public record Designation(
        UUID id,
        boolean designated,
        LocalDate on,
        String grounds,
        @Nullable String document,
        @Nullable Decider decidedBy,
        @Nullable Integer systemGrade,
        Instant at,
        String recordedBy,
        String institution) {

    /**
     * Where a system stands.
     *
     * @param major whether it is designated
     * @param history the latest first; none where the register was loaded with it
     * @param mayDecide whether the reader designates
     */
    public record Standing(String system, boolean major, List<Designation> history, boolean mayDecide) {

        public Standing {
            history = List.copyOf(history);
        }
    }
}
