package io.haetae.remedy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the one who recommended says of the result.
 *
 * @param note how it was verified, or why it is returned
 */
public record Verification(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 4_000) String note) {

    /** Whether it was done. */
    public enum Outcome {
        VERIFIED(RemedyStep.VERIFICATION),
        RETURNED(RemedyStep.RETURN);

        private final RemedyStep step;

        Outcome(RemedyStep step) {
            this.step = step;
        }

        RemedyStep step() {
            return step;
        }
    }
}
