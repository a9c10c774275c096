package io.haetae.rule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.haetae.rule.engine.RuleSet;
import java.util.List;
import java.util.Map;

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

    static RuleEvaluationView of(RuleSet.Header header, Map<String, Object> facts, Object result) {
        return new RuleEvaluationView(new By(header.ruleSet(), header.version(), header.sha256()), facts, result);
    }
}
