package io.haetae.rule.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlPart;
import java.util.Map;

/** Holds a rule set to its own examples: a file that contradicts itself is refused. */
final class Examples {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private Examples() {}

    static void check(RuleSet set, YamlPart root) {
        if (set instanceof ReliefRules relief) {
            ReliefReader.checkExamples(relief, root);
            return;
        }
        if (set instanceof EscalationRules escalation) {
            EscalationReader.checkExamples(escalation, root);
            return;
        }
        if (set instanceof RecurrenceRules recurrence) {
            RecurrenceReader.checkExamples(recurrence, root);
            return;
        }
        if (set instanceof ConsolidationRules consolidation) {
            ConsolidationReader.checkExamples(consolidation, root);
            return;
        }
        for (YamlPart example : root.list("examples")) {
            String wanted = example.text("grade");
            try {
                String grade = grade(
                        set, YamlFile.YAML.convertValue(example.at("facts").node(), FACTS));
                if (!grade.equals(wanted)) {
                    example.problem("the example expects grade " + wanted + " but the rules give " + grade);
                }
            } catch (FactsRefused | EvaluationFailed e) {
                example.problem("the example cannot be evaluated: " + e.getMessage());
            }
        }
    }

    private static String grade(RuleSet set, Map<String, Object> facts) {
        if (set instanceof GradingRules grading) {
            int grade = grading.judge(facts, true).grade();
            return set instanceof WorstOfRules worstOf && !worstOf.words().isEmpty()
                    ? worstOf.words().get(grade - 1)
                    : String.valueOf(grade);
        }
        throw new IllegalArgumentException("only rules that give a grade have such examples");
    }
}
