package io.haetae.change;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is refused, called off or rolled back, or how it went. */
public record Remark(@NotBlank @Size(max = 4_000) String text) {}
