package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.GradeLevel;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.WorstOfRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets a failure beside every scheme for failure grades that there is: that a scheme is data can be looked at. */
@ApplicationScoped
public class FailureSchemes {

    private final ActiveRules rules;
    private final RuleSets sets;

    FailureSchemes(ActiveRules rules, RuleSets sets) {
        this.rules = rules;
        this.sets = sets;
    }

    /** What each scheme says, the one in force first; of a scheme its version in force, else the newest. */
    public List<FailureScheme> compare(FailureFacts facts, @Nullable String authority) {
        Optional<RuleRef> inForce = rules.ofKind(RuleSets.FAILURE_GRADE, authority);
        Set<String> names = new HashSet<>();
        List<FailureScheme> said = new ArrayList<>();
        for (RuleRef newest : rules.versions(RuleSets.FAILURE_GRADE)) {
            if (names.add(newest.ruleSet())) {
                RuleRef shown = rules.resolve(RuleRef.parse(newest.ruleSet()), authority)
                        .orElse(newest);
                said.add(scheme(shown, facts, inForce.filter(shown::equals).isPresent()));
            }
        }
        said.sort(Comparator.comparing(FailureScheme::inForce).reversed().thenComparing(FailureScheme::ruleSet));
        return said;
    }

    private FailureScheme scheme(RuleRef ref, FailureFacts facts, boolean inForce) {
        FailureGradeEvaluation evaluation = sets.evaluateFailureGrade(ref, facts);
        FailureGradeResult result = evaluation.result();
        RuleSet set = rules.compiled(ref).orElseThrow();
        return new FailureScheme(
                ref.ruleSet(),
                String.valueOf(ref.version()),
                set.header().title(),
                inForce,
                result == null ? null : result.grade(),
                result == null ? null : level(set, result.grade()),
                result == null ? List.of() : result.reasons(),
                result == null ? null : result.nextGrade().worse(),
                evaluation.failure());
    }

    private static @Nullable LocalizedText level(RuleSet set, int grade) {
        return set instanceof WorstOfRules worstOf
                ? worstOf.scheme().levels().stream()
                        .filter(level -> level.grade() == grade)
                        .findFirst()
                        .map(GradeLevel::name)
                        .orElse(null)
                : null;
    }
}
