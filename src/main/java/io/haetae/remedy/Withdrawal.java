package io.haetae.remedy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a recommendation is taken back. */
public record Withdrawal(@NotBlank @Size(max = 4_000) String reason) {}
