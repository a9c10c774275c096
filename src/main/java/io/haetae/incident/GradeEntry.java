package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.FailureGradeResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One grade in the history of an incident, with everything needed to compute it again.
 *
 * @param origin COMPUTED, PROPOSED, DECLARED, CONFIRMED or CHANGED
 * @param failure why the rule set gave none
 * @param reason a person's, when a person decided
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GradeEntry(
        Instant at,
        String origin,
        @Nullable Integer grade,
        @Nullable String ruleSet,
        @Nullable String version,
        @Nullable String sha256,
        @Nullable Map<String, Object> facts,
        List<FailureGradeResult.Reason> reasons,
        @Nullable LocalizedText failure,
        @Nullable String reason,
        @Nullable String decidedBy) {}
