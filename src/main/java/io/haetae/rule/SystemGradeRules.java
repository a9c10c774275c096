package io.haetae.rule;

import io.haetae.kernel.Refusal;
import io.haetae.rule.engine.DutyRules;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes system grades (시행령 제70조의3) by the rules in force for a central authority, or by a pinned version. */
@ApplicationScoped
public class SystemGradeRules {

    private final ActiveRules rules;
    private final RuleImportService imports;
    private final EvaluationMapper mapper;

    SystemGradeRules(ActiveRules rules, RuleImportService imports, EvaluationMapper mapper) {
        this.rules = rules;
        this.imports = imports;
        this.mapper = mapper;
    }

    /** The version in force now for a central authority. */
    public Optional<RuleRef> inForce(@Nullable String authority) {
        return rules.ofKind(RuleSets.SYSTEM_GRADE, authority);
    }

    /** The version that a name means for a central authority; a pinned one stays. Refuses (422) one that is unknown. */
    public RuleRef resolve(String ruleSet, @Nullable String authority) {
        RuleRef ref = RuleRef.parse(ruleSet);
        return rules.resolve(ref, authority)
                .filter(found -> rules.compiled(found).isPresent())
                .orElseThrow(() -> Refusal.field("/ruleSet", "unknown-rule-set", ruleSet));
    }

    /** Computes the grade of a system by a version; what leans on it counts where the rules say so. */
    public SystemGradeEvaluation evaluate(RuleRef ref, Map<String, ?> facts, List<DependentGrade> dependents) {
        return new BulkGrader(find(ref), mapper).evaluate(facts, dependents, true);
    }

    /** What a version asks; for forms. */
    public List<FactQuestion> questions(RuleRef ref) {
        return mapper.view(find(ref).questions());
    }

    /** Which of these facts a version looks at, asked for or gathered. */
    public Set<String> known(RuleRef ref, Set<String> facts) {
        Set<String> known = new HashSet<>(facts);
        known.retainAll(find(ref).facts());
        return known;
    }

    /** By which types of dependency, and how far away, what leans on a system matters; one per floor. */
    public List<BulkGrader.Floor> floors(RuleRef ref) {
        return find(ref).scheme().leanings().stream().map(BulkGrader.Floor::of).toList();
    }

    /** What a grade asks for, by the rules in force for a central authority. */
    public GradeDuties duties(@Nullable String authority) {
        return rules.ofKind(RuleSets.GRADE_DUTY, authority)
                .flatMap(rules::compiled)
                .filter(DutyRules.class::isInstance)
                .map(set -> GradeDuties.of((DutyRules) set))
                .orElse(GradeDuties.NONE);
    }

    /** A version made ready to go over a whole register. Refuses (404) one that is not there. */
    public BulkGrader bulk(RuleRef pinned) {
        RuleSet set = rules.compiled(pinned).orElseThrow(Refusal::notFound);
        return new BulkGrader(grading(pinned, set), mapper);
    }

    /** The same for a text that nobody has brought yet. Refuses (422) one that is wrong, with every place. */
    public BulkGrader draft(String content) {
        if (imports.read(content) instanceof GradingRules grading
                && grading.header().kind().equals(RuleSets.SYSTEM_GRADE)) {
            return new BulkGrader(grading, mapper);
        }
        throw new Refusal(RuleError.WRONG_KIND, Map.of("value", "", "allowed", RuleSets.SYSTEM_GRADE));
    }

    private GradingRules find(RuleRef ref) {
        RuleSet set = rules.resolve(ref)
                .flatMap(rules::compiled)
                .orElseThrow(() -> Refusal.field("/ruleSet", "unknown-rule-set", ref.toString()));
        return grading(ref, set);
    }

    private static GradingRules grading(RuleRef ref, RuleSet set) {
        if (set instanceof GradingRules grading && ref.kind().equals(RuleSets.SYSTEM_GRADE)) {
            return grading;
        }
        throw new Refusal(RuleError.WRONG_KIND, Map.of("value", ref.ruleSet(), "allowed", RuleSets.SYSTEM_GRADE));
    }
}
