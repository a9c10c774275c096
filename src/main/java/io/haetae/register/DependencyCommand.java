package io.haetae.register;

import io.haetae.register.SystemTraits.DependencyType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** That a system depends on another one. */
public record DependencyCommand(
        @NotBlank @Size(max = 40) String on, @NotNull DependencyType type) {}
