package io.haetae.change;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A window is to last longer.
 *
 * @param until its new end
 * @param reason why
 */
public record WindowExtension(
        @NotNull Instant until, @NotBlank @Size(max = 4_000) String reason) {}
