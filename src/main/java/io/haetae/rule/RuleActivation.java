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
 * @param authority the central authority it is to be in force for, null for every one that has none of its own
 */
record RuleActivation(
        @Nullable Instant effectiveFrom,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Size(max = 40) String authority) {}
