package io.haetae.crisis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people see and no incident says. The latest of a lead agency counts as a whole.
 *
 * @param leadAgency of whose systems
 * @param at when it was seen; now when null
 * @param peakPercent peak load in percent of the capacity that was tested, null when not known
 * @param countersOutSince since when counters cannot serve nation-wide, null when they do
 * @param takenOver whether another site has taken over for the one that is out
 * @param note in words
 */
public record Observation(
        @NotBlank @Size(max = 40) String leadAgency,
        @Nullable Instant at,
        @Nullable @Min(0) @Max(1000) Integer peakPercent,
        @Nullable Instant countersOutSince,
        @Nullable Boolean takenOver,
        @Nullable @Size(max = 2_000) String note) {

    boolean isTakenOver() {
        return Boolean.TRUE.equals(takenOver);
    }
}
