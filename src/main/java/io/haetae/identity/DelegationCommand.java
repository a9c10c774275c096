package io.haetae.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act to hand over.
 *
 * @param act its name, such as {@code grading.answer}
 * @param person log-in name of who is to do it; else an institution
 * @param institution code of the institution whose people with the role are to do it
 * @param from from when, null for now
 * @param until when it ends by itself
 * @param mayPassOn whether whoever receives it may hand it over in turn
 * @param source the delegation that is passed on, null for one's own right
 */
public record DelegationCommand(
        @NotBlank @Size(max = 80) String act,
        @Nullable @Size(max = 80) String person,
        @Nullable @Size(max = 40) String institution,
        @Nullable Instant from,
        @NotNull Instant until,
        boolean mayPassOn,
        @Nullable UUID source,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Size(max = 200) String document) {

    /** Why a delegation is taken back. */
    public record Revocation(@NotBlank @Size(max = 1000) String reason) {}
}
