package io.haetae.rule;

import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.Leaning;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.Scheme;
import io.haetae.rule.engine.SystemVerdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One version of the rules for system grades, stored or only typed, asked about many systems; safe to share. */
public final class BulkGrader {

    private final GradingRules rules;
    private final EvaluationMapper mapper;
    private final Set<String> asks;
    private final List<Floor> floors;

    /** Conditions take longer than looking up, and many systems have the same facts as far as the rules look at them. */
    private final Map<Map<String, Object>, OptionalInt> graded = new ConcurrentHashMap<>();

    BulkGrader(GradingRules rules, EvaluationMapper mapper) {
        this.rules = rules;
        this.mapper = mapper;
        this.asks = rules.facts();
        this.floors = rules.scheme().leanings().stream().map(Floor::of).toList();
    }

    /**
     * A floor under what others lean on.
     *
     * @param types of dependencies that count
     * @param depth how many steps away a dependent may be
     */
    public record Floor(Set<String> types, int depth) {

        static Floor of(Scheme.LeaningFloor floor) {
            return new Floor(floor.types(), floor.depth());
        }
    }

    /** {@code kind/name}. */
    public String ruleSet() {
        return rules.header().ruleSet();
    }

    /** The version. */
    public String version() {
        return rules.header().version();
    }

    /** The floors under what others lean on. */
    public List<Floor> floors() {
        return floors;
    }

    /** The grade by the facts alone; empty when they do not suffice. Facts it does not ask for are left aside. */
    public OptionalInt grade(Map<String, ?> facts) {
        Map<String, Object> asked = new HashMap<>();
        for (String name : asks) {
            Object fact = facts.get(name);
            if (fact != null) {
                asked.put(name, fact);
            }
        }
        return graded.computeIfAbsent(asked, this::compute);
    }

    private OptionalInt compute(Map<String, Object> facts) {
        try {
            return OptionalInt.of(rules.gradeOf(facts));
        } catch (FactsRefused refused) {
            return OptionalInt.empty();
        }
    }

    /** The grade with every reason. Facts it does not ask for are left aside. */
    public SystemGradeEvaluation explain(Map<String, ?> facts, List<DependentGrade> dependents) {
        return evaluate(facts, dependents, false);
    }

    /** The same for facts as a person gave them: one that it does not ask for is refused. */
    SystemGradeEvaluation evaluate(Map<String, ?> facts, List<DependentGrade> dependents, boolean strict) {
        try {
            SystemVerdict verdict = rules.scheme().with(rules.judge(facts, strict), leanings(dependents));
            RuleSet.Header header = rules.header();
            return new SystemGradeEvaluation(
                    header.ruleSet(), header.version(), header.sha256(), verdict.facts(), mapper.view(verdict));
        } catch (FactsRefused refused) {
            throw FactRefusals.of(refused);
        }
    }

    /** The floors by what leans on a system that raise a grade. */
    public List<SystemGradeResult.Floor> raising(int grade, List<DependentGrade> dependents) {
        List<Leaning> leanings = leanings(dependents);
        return rules.scheme().leanings().stream()
                .flatMap(floor -> floor.over(leanings).stream())
                .filter(floor -> floor.grade() < grade)
                .sorted(Comparator.comparingInt(SystemVerdict.Floor::grade))
                .map(mapper::view)
                .toList();
    }

    private static List<Leaning> leanings(List<DependentGrade> dependents) {
        return dependents.stream().map(BulkGrader::leaning).toList();
    }

    private static Leaning leaning(DependentGrade dependent) {
        return new Leaning(
                dependent.grade(),
                dependent.hops().stream()
                        .map(hop -> new Leaning.Hop(hop.code(), hop.name(), hop.type()))
                        .toList());
    }
}
