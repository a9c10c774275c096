package io.haetae.grading.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that begins.
 *
 * @param system code of the system that is rebuilt
 * @param budgetWon of the whole project in KRW; null while it is unknown
 */
public record RebuildCommand(
        @NotBlank @Size(max = 40) String system,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Min(0) @Max(MOST) Long budgetWon) {

    static final long MOST = 1_000_000_000_000_000L;

    /**
     * Another budget.
     *
     * @param budgetWon null when it is unknown again
     */
    public record Budget(
            @Nullable @Min(0) @Max(MOST) Long budgetWon,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** The phase that is entered. */
    public record Step(
            @NotNull Phase to, @NotBlank @Size(max = 2_000) String note) {}
}
