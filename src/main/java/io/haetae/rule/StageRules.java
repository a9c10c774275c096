package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.rule.engine.EvaluationFailed;
import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.WorstOfResult;
import io.haetae.rule.engine.WorstOfRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/** Recommends crisis stages by the version in force. A recommendation changes nothing: people decide (재난안전법 제38조). */
@ApplicationScoped
public class StageRules {

    private static final Logger LOG = Logger.getLogger(StageRules.class);

    private final ActiveRules rules;
    private final Texts texts;

    StageRules(ActiveRules rules, Texts texts) {
        this.rules = rules;
        this.texts = texts;
    }

    /** The stage that the facts of one lead agency recommend. Never fails: without a stage the answer says why. */
    public StageEvaluation evaluate(Map<String, ?> facts) {
        Map<String, Object> given = Map.copyOf(facts);
        RuleSet set =
                rules.ofKind(RuleSets.CRISIS_STAGE).flatMap(rules::compiled).orElse(null);
        if (!(set instanceof WorstOfRules worstOf) || worstOf.words().isEmpty()) {
            return new StageEvaluation("", "", "", given, null, texts.both("rule.stage.none-active", Map.of()));
        }
        RuleSet.Header header = set.header();
        try {
            WorstOfResult result = worstOf.evaluateKnown(given);
            return new StageEvaluation(
                    header.ruleSet(),
                    header.version(),
                    header.sha256(),
                    result.facts(),
                    StageResult.of(result, worstOf.words()),
                    null);
        } catch (FactsRefused | EvaluationFailed e) {
            LOG.errorf(e, "no stage computed by %s", header.ruleSet());
            LocalizedText why = texts.both(
                    "rule.stage.not-evaluated",
                    Map.of("value", header.ruleSet(), "reason", String.valueOf(e.getMessage())));
            return new StageEvaluation(header.ruleSet(), header.version(), header.sha256(), given, null, why);
        }
    }
}
