package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry for the timeline in a person's own words.
 *
 * @param at when it happened; now when left out
 */
public record Note(
        @Nullable Instant at, @NotBlank @Size(max = 4_000) String text) {}
