package io.haetae.rule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a version in force.
 *
 * @param effectiveFrom from when, null for now
 * @param reason why
 */
record RuleActivation(
        @Nullable Instant effectiveFrom,
        @NotBlank @Size(max = 1000) String reason) {}
