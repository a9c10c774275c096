package io.haetae.grading.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Excepts a system from a review for a time.
 *
 * @param until when it ends by itself and the system is to be answered for again
 * @param decidedBy who decided; deciders do not log in, the recorder does
 */
public record ExceptionCommand(
        @NotNull Instant until,
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Valid Decider decidedBy,
        @Nullable @Size(max = 200) String documentNumber) {

    /** Who decided, in which position. */
    public record Decider(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String position) {}

    /** Why an exception is taken back. */
    public record Revocation(@NotBlank @Size(max = 2000) String reason) {}
}
