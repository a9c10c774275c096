package io.haetae.remedy.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a list of plans is asked for; null does not narrow it.
 *
 * @param guideline number of the one that asks for them
 * @param institution that owes it, with those below it
 * @param overdue only those of which something is late
 */
public record PlanFilter(
        @Nullable String guideline,
        @Nullable PlanState state,
        @Nullable String institution,
        boolean overdue) {}
