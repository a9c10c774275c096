package io.haetae.duty.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A question of the taker, or why the giver takes a hand-over back. */
public record HandOverWords(@NotBlank @Size(max = 2_000) String text) {}
