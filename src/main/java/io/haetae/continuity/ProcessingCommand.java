package io.haetae.continuity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Processes a receipt back (소급처리).
 *
 * @param processedAt when it was entered into the system that runs again
 * @param effectiveOn the day it takes effect; the day it was received when left out
 */
public record ProcessingCommand(
        @NotNull Instant processedAt, @Nullable LocalDate effectiveOn) {}
