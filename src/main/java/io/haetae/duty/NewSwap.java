package io.haetae.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The acting person asks somebody to take a shift.
 *
 * @param shiftAt any time within the shift to give away
 * @param with log-in name of whoever is asked
 * @param theirsAt any time within the shift to take in return, or null
 * @param note to the one who is asked
 */
public record NewSwap(
        @NotNull Instant shiftAt,
        @NotBlank @Size(max = 80) String with,
        @Nullable Instant theirsAt,
        @Nullable @Size(max = 500) String note) {}
