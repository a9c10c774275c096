package io.haetae.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consultation that followed an urgent decision.
 *
 * @param at when it was held; now when null
 * @param with code of the institution, such as {@code MOIS}
 */
public record Consulted(
        @Nullable Instant at, @NotBlank @Size(max = 40) String with) {}
