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
        VERIFIED(Move.Step.VERIFICATION),
        RETURNED(Move.Step.RETURN);

        private final Move.Step step;

        Outcome(Move.Step step) {
            this.step = step;
        }

        Move.Step step() {
            return step;
        }
    }
}
