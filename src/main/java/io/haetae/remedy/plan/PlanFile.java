package io.haetae.remedy.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a guideline or a plan.
 *
 * @param edition of the plan it belongs to; null for a guideline's
 */
public record PlanFile(
        UUID id,
        @Nullable Integer edition,
        String name,
        String contentType,
        int size,
        String sha256,
        Instant at,
        String by) {}
