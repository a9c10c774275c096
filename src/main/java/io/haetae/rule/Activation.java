package io.haetae.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when a version is in force.
 *
 * @param authority the central authority it is in force for, null for every one that has none of its own
 */
record Activation(
        RuleRef ref, Instant effectiveAt, @Nullable String authority) {}
