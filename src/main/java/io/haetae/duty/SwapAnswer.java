package io.haetae.duty;

import jakarta.validation.constraints.NotNull;

/** Whether the one who was asked takes the shift. */
public record SwapAnswer(@NotNull Boolean accepted) {}
