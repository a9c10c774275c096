package io.haetae.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision on the failure grade.
 *
 * @param outcome the present one confirmed, or another one
 * @param grade the one decided; needed to change, checked against the present one to confirm
 * @param reason needed to change
 */
public record GradeDecision(
        @NotNull Outcome outcome,
        @Nullable @Min(1) @Max(4) Integer grade,
        @Nullable @Size(max = 2_000) String reason) {

    /** What a person decides. */
    public enum Outcome {
        CONFIRMED,
        CHANGED
    }
}
