package io.haetae.incident;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock asks for has been done.
 *
 * @param at when; now when left out
 * @param note how, in one's own words
 */
public record ClockCompletion(
        @Nullable Instant at, @Nullable @Size(max = 2_000) String note) {}
