package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in a list.
 *
 * @param computedGrade the grade that the rule set computed
 * @param score sum of the points, null for a decision table
 * @param grade the grade decided last, null before the first decision
 * @param submittedAt when it was handed in last, null for one that never was
 */
public record AssessmentRow(
        UUID id,
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable String centralAuthority,
        AssessmentState state,
        int computedGrade,
        @Nullable BigDecimal score,
        @Nullable Integer grade,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant notifiedAt) {}
