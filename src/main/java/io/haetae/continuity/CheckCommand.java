package io.haetae.continuity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the second person found.
 *
 * @param reason why it goes back; needed for that only
 */
public record CheckCommand(
        @NotNull Outcome outcome, @Nullable @Size(max = 500) String reason) {

    /** What he may find. */
    public enum Outcome {
        CONFIRMED,
        /** To be processed again. */
        RETURNED
    }
}
