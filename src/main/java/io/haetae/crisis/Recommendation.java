package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.StageEvaluation;
import io.haetae.rule.StageResult;
import io.haetae.rule.StageResult.Next;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules recommend to a lead agency. Nothing follows from it: people decide.
 *
 * @param leadAgency to whom
 * @param stage the stage, null when the rules could not be applied
 * @param standing the stage that stands
 * @param ruleSet {@code kind/name}
 * @param version the version used
 * @param sha256 hash of that version's file
 * @param reasons why
 * @param next the worse stage that time alone will bring
 * @param facts what it was computed from
 * @param failure why there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Recommendation(
        String leadAgency,
        @Nullable Stage stage,
        Stage standing,
        String ruleSet,
        String version,
        String sha256,
        List<StageResult.Reason> reasons,
        @Nullable Next next,
        Map<String, Object> facts,
        @Nullable LocalizedText failure) {

    public Recommendation {
        reasons = List.copyOf(reasons);
    }

    static Recommendation of(String leadAgency, Stage standing, StageEvaluation evaluation) {
        StageResult result = evaluation.result();
        return new Recommendation(
                leadAgency,
                result == null ? null : Stage.valueOf(result.stage()),
                standing,
                evaluation.ruleSet(),
                evaluation.version(),
                evaluation.sha256(),
                result == null ? List.of() : result.reasons(),
                result == null ? null : result.next(),
                evaluation.facts(),
                evaluation.failure());
    }

    /** Whether it asks for another stage than the one that stands. */
    public boolean asksForChange() {
        return stage != null && stage != standing;
    }

    /** Whether it asks for a worse one. */
    public boolean worse() {
        return stage != null && stage.compareTo(standing) > 0;
    }

    /** A number among the facts, 0 when it is not there. */
    public long count(String fact) {
        return Objects.requireNonNullElse(facts.get(fact), 0L) instanceof Number number ? number.longValue() : 0;
    }

    /** What it says without the figures: two that say the same need not be kept twice. */
    String gist() {
        return stage + "/" + standing + "/" + version
                + reasons.stream()
                        .map(reason -> reason.criterion() + "=" + reason.stage())
                        .sorted()
                        .collect(Collectors.joining(","));
    }
}
