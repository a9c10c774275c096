package io.haetae.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post goes to somebody else.
 *
 * @param at when; now when null
 * @param note what was handed over
 */
public record HandOver(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String position,
        @Nullable @Size(max = 200) String contact,
        @Nullable Instant at,
        @Nullable @Size(max = 2_000) String note) {}
