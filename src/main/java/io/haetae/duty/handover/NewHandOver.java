package io.haetae.duty.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acting person hands his shift over.
 *
 * @param to log-in name of whoever takes it
 * @param roster by which the acting person is on duty, or has been until lately; null without one
 * @param toRoster by which the other comes on duty; the same one when null
 */
public record NewHandOver(
        @NotBlank @Size(max = 80) String to,
        @Nullable UUID roster,
        @Nullable UUID toRoster) {}
