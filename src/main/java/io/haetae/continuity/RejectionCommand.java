package io.haetae.continuity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** Turns a receipt down. */
public record RejectionCommand(
        @NotNull Instant processedAt,
        @NotBlank @Size(max = 500) String reason) {}
