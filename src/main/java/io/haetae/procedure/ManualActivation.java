package io.haetae.procedure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Puts a version in force. */
record ManualActivation(@NotBlank @Size(max = 2_000) String reason) {}
