package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Links an incident.
 *
 * @param to number of another incident; of a change where the kind says so
 */
record LinkCommand(
        @NotNull LinkKind kind,
        @NotBlank @Size(max = 60) String to,
        @Nullable @Size(max = 2_000) String note) {}
