package io.haetae.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.DependencyChains;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemView;
import io.haetae.rule.BulkGrader;
import io.haetae.rule.DependentGrade;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeEvaluation;
import io.haetae.rule.SystemGradeResult;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evaluates facts, counting what the register knows better than the owner. */
@ApplicationScoped
class Evaluator {

    private final SystemGradeRules rules;
    private final DependencyService dependencies;
    private final DependencyChains chains;
    private final InstitutionService institutions;
    private final ObjectMapper json;

    Evaluator(
            SystemGradeRules rules,
            DependencyService dependencies,
            DependencyChains chains,
            InstitutionService institutions,
            ObjectMapper json) {
        this.rules = rules;
        this.dependencies = dependencies;
        this.chains = chains;
        this.institutions = institutions;
        this.json = json;
    }

    /** What the version in force for the owner's central authority says about the facts, and what leans on the system. */
    SystemGradeEvaluation evaluate(SystemView system, String ruleSet, Map<String, Object> given) {
        RuleRef ref = rules.resolve(ruleSet, authority(system));
        Map<String, Object> facts = new LinkedHashMap<>(given);
        Set<String> asked = rules.known(ref, RegisterFacts.NAMES);
        RegisterFacts.of(system).forEach((name, value) -> {
            if (asked.contains(name)) {
                facts.putIfAbsent(name, value);
            }
        });
        if (asked.contains(RegisterFacts.AFFECTED)) {
            facts.computeIfAbsent(RegisterFacts.AFFECTED, left -> affected(system.id()));
        }
        return rules.evaluate(ref, facts, dependents(system.id(), ref));
    }

    @Nullable
    String authority(SystemView system) {
        return institutions.get(system.owner()).centralAuthority();
    }

    private int affected(UUID system) {
        return dependencies.affectedCounts(List.of(system)).getOrDefault(system, 0);
    }

    /** What leans on the system and has a confirmed grade, as far as the rules look. */
    private List<DependentGrade> dependents(UUID system, RuleRef ref) {
        List<DependentGrade> dependents = new ArrayList<>();
        for (BulkGrader.Floor floor : rules.floors(ref)) {
            for (DependencyChains.Chain chain : chains.leaningOn(system, floor.types(), floor.depth())) {
                Integer grade = chain.systemGrade();
                if (grade != null) {
                    dependents.add(new DependentGrade(
                            grade,
                            chain.hops().stream()
                                    .map(hop -> new SystemGradeResult.Hop(
                                            hop.code(), hop.name(), hop.type().name()))
                                    .toList()));
                }
            }
        }
        return dependents;
    }

    Graded grade(SystemView system, String ruleSet, FactsCommand command) {
        SystemGradeEvaluation evaluation = evaluate(system, ruleSet, command.facts());
        check(command.evidence(), evaluation);
        return graded(evaluation, command.facts(), command.evidence());
    }

    /** The same facts with the version now active, counted once more. */
    Graded again(SystemView system, Graded graded) {
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
        return evaluation.facts().keySet().stream()
                .filter(RegisterFacts.NAMES::contains)
                .filter(name -> !given.containsKey(name))
                .toList();
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
