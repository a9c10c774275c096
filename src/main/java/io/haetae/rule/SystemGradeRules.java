package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.rule.engine.DutyRules;
import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.Leaning;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.SystemVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
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
    private final EvaluationMapper mapper;

    SystemGradeRules(ActiveRules rules, EvaluationMapper mapper) {
        this.rules = rules;
        this.mapper = mapper;
    }

    /** The version in force now for a central authority. */
    public Optional<RuleRef> inForce(@Nullable String authority) {
        return rules.ofKind(RuleSets.SYSTEM_GRADE, authority);
    }

    /** Every version that there is, the newest of a name first, with its title. */
    public List<Titled> versions() {
        return rules.versions(RuleSets.SYSTEM_GRADE).stream()
                .map(ref -> new Titled(
                        ref, rules.compiled(ref).orElseThrow().header().title()))
                .toList();
    }

    /** A version with what it is called. */
    public record Titled(RuleRef ref, LocalizedText title) {}

    /** The version that a name means for a central authority; a pinned one stays. Refuses (422) one that is unknown. */
    public RuleRef resolve(String ruleSet, @Nullable String authority) {
        RuleRef ref = RuleRef.parse(ruleSet);
        return rules.resolve(ref, authority)
                .filter(found -> rules.compiled(found).isPresent())
                .orElseThrow(() -> Refusal.field("/ruleSet", "unknown-rule-set", ruleSet));
    }

    /** Computes the grade of a system by a version; what leans on it counts where the rules say so. */
    public SystemGradeEvaluation evaluate(RuleRef ref, Map<String, ?> facts, List<DependentGrade> dependents) {
        return evaluate(ref, facts, dependents, true);
    }

    /** The same for facts that were gathered for other rules: those that this version does not ask for are left aside. */
    public SystemGradeEvaluation evaluateKnown(RuleRef ref, Map<String, ?> facts, List<DependentGrade> dependents) {
        return evaluate(ref, facts, dependents, false);
    }

    private SystemGradeEvaluation evaluate(
            RuleRef ref, Map<String, ?> facts, List<DependentGrade> dependents, boolean strict) {
        GradingRules set = find(ref);
        try {
            SystemVerdict verdict = set.scheme()
                    .with(
                            set.judge(facts, strict),
                            dependents.stream().map(SystemGradeRules::leaning).toList());
            RuleSet.Header header = set.header();
            return new SystemGradeEvaluation(
                    header.ruleSet(), header.version(), header.sha256(), verdict.facts(), mapper.view(verdict));
        } catch (FactsRefused refused) {
            throw FactRefusals.of(refused);
        }
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

    /** The floors by what leans on a system that raise a grade. */
    public List<SystemGradeResult.Floor> raising(RuleRef ref, int grade, List<DependentGrade> dependents) {
        List<Leaning> leanings =
                dependents.stream().map(SystemGradeRules::leaning).toList();
        return find(ref).scheme().leanings().stream()
                .flatMap(floor -> floor.over(leanings).stream())
                .filter(floor -> floor.grade() < grade)
                .sorted(Comparator.comparingInt(SystemVerdict.Floor::grade))
                .map(mapper::view)
                .toList();
    }

    /** A version made ready to go over a whole register. */
    public BulkGrader bulk(RuleRef ref) {
        return new BulkGrader(find(ref));
    }

    private GradingRules find(RuleRef ref) {
        RuleSet set = rules.resolve(ref)
                .flatMap(rules::compiled)
                .orElseThrow(() -> Refusal.field("/ruleSet", "unknown-rule-set", ref.toString()));
        if (set instanceof GradingRules grading && ref.kind().equals(RuleSets.SYSTEM_GRADE)) {
            return grading;
        }
        throw new Refusal(RuleError.WRONG_KIND, Map.of("value", ref.ruleSet(), "allowed", RuleSets.SYSTEM_GRADE));
    }

    private static Leaning leaning(DependentGrade dependent) {
        return new Leaning(
                dependent.grade(),
                dependent.hops().stream()
                        .map(hop -> new Leaning.Hop(hop.code(), hop.name(), hop.type()))
                        .toList());
    }
}
