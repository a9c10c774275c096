package io.haetae.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.DependencyService;
import io.haetae.rule.RuleSets;
import io.haetae.rule.SystemGradeEvaluation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Evaluates facts, counting what the register knows better than the owner. */
@ApplicationScoped
class Evaluator {

    /** The number of other systems that a failure affects (시행령 제70조의3 ① 3); counted when it is left out. */
    static final String COUNTED = "affectedSystems";

    private final RuleSets rules;
    private final DependencyService dependencies;
    private final ObjectMapper json;

    Evaluator(RuleSets rules, DependencyService dependencies, ObjectMapper json) {
        this.rules = rules;
        this.dependencies = dependencies;
        this.json = json;
    }

    /** What the active version of the rule set says about the facts. */
    SystemGradeEvaluation evaluate(UUID system, String ruleSet, Map<String, Object> given) {
        Map<String, Object> facts = new LinkedHashMap<>(given);
        boolean asked = rules.systemGradeQuestions(ruleSet).stream()
                .anyMatch(one -> one.id().equals(COUNTED));
        if (asked) {
            facts.computeIfAbsent(COUNTED, left -> affected(system));
        }
        return rules.evaluateSystemGrade(ruleSet, facts);
    }

    private int affected(UUID system) {
        return dependencies.affectedCounts(List.of(system)).getOrDefault(system, 0);
    }

    Graded grade(UUID system, String ruleSet, FactsCommand command) {
        SystemGradeEvaluation evaluation = evaluate(system, ruleSet, command.facts());
        check(command.evidence(), evaluation);
        return graded(evaluation, command.facts(), command.evidence());
    }

    /** The same facts with the version now active, counted once more. */
    Graded again(UUID system, Graded graded) {
        Map<String, Object> given = given(graded);
        return graded(evaluate(system, graded.ruleSet(), given), given, evidence(graded));
    }

    /** The stored evaluation, with the facts as they were counted. */
    SystemGradeEvaluation evaluation(Graded graded) {
        return read(graded.evaluation(), new TypeReference<>() {});
    }

    /** Which of the facts were counted and not given. */
    List<String> counted(Graded graded) {
        return counted(given(graded), evaluation(graded));
    }

    /** Which of the facts evaluated were counted and not given. */
    static List<String> counted(Map<String, Object> given, SystemGradeEvaluation evaluation) {
        return evaluation.facts().containsKey(COUNTED) && !given.containsKey(COUNTED) ? List.of(COUNTED) : List.of();
    }

    Map<String, String> evidence(Graded graded) {
        return read(graded.evidence(), new TypeReference<>() {});
    }

    private Map<String, Object> given(Graded graded) {
        return read(graded.facts(), new TypeReference<>() {});
    }

    private Graded graded(SystemGradeEvaluation evaluation, Map<String, Object> given, Map<String, String> evidence) {
        return new Graded(
                evaluation.ruleSet(),
                evaluation.version(),
                evaluation.sha256(),
                write(given),
                write(evidence),
                write(evaluation),
                evaluation.result().grade(),
                evaluation.result().score());
    }

    private static void check(Map<String, String> evidence, SystemGradeEvaluation evaluation) {
        Set<String> criteria = evaluation.facts().keySet();
        List<FieldError> unknown = evidence.keySet().stream()
                .filter(name -> !criteria.contains(name))
                .map(name -> FieldError.of("/evidence/" + name, "unknown-fact", name))
                .collect(Collectors.toList());
        if (!unknown.isEmpty()) {
            throw Refusal.fields(unknown);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assessment cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment cannot be read", e);
        }
    }
}
