package io.haetae.continuity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Puts the continuity plan of a system to work for an incident. */
public record ActivationCommand(
        @NotBlank @Size(max = 40) String system,
        @NotBlank @Size(max = 40) String incident) {}
