package io.haetae.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.ReliefRules;
import io.haetae.rule.engine.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to an evaluation: the result itself, and what it was computed by. */
record RuleEvaluationView(
        @JsonUnwrapped By by,
        Map<String, Object> facts,
        @JsonUnwrapped Object result) {

    /** The version that computed it. */
    record By(String ruleSet, String version, String sha256) {}

    /** A schedule has no result but itself. */
    record Schedule(ReportingClocks.CallOut callOut, List<ReportingClocks.Clock> clocks) {

        static Schedule of(ReportingClocks clocks) {
            return new Schedule(clocks.callOut(), clocks.clocks());
        }
    }

    /** Which escalation policy applies. */
    record Chosen(EscalationPolicy escalation) {}

    /** Whether a rule for deadlines applies, and if not, why not. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Applies(boolean applies, @Nullable LocalizedText whyNot, LocalizedText says, String source) {

        static Applies of(ReliefRules.Rule rule, Optional<LocalizedText> whyNot) {
            return new Applies(whyNot.isEmpty(), whyNot.orElse(null), rule.says(), rule.source());
        }
    }

    static RuleEvaluationView of(RuleSet.Header header, Map<String, Object> facts, Object result) {
        return new RuleEvaluationView(new By(header.ruleSet(), header.version(), header.sha256()), facts, result);
    }
}
