package io.haetae.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else is on duty for a while.
 *
 * @param from begin
 * @param until end
 * @param person log-in name of whoever is on duty
 * @param insteadOf log-in name of whom; whoever has the turn when left out
 * @param reason why
 */
public record NewOverride(
        @NotNull Instant from,
        @NotNull Instant until,
        @NotBlank @Size(max = 80) String person,
        @Nullable @Size(max = 80) String insteadOf,
        @NotBlank @Size(max = 500) String reason) {}
