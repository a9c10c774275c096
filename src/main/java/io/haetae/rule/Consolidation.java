package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.ConsolidationRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that say which systems are looked at for a merge or an abolition, in one version. */
public final class Consolidation {

    private final ConsolidationRules rules;

    Consolidation(ConsolidationRules rules) {
        this.rules = rules;
    }

    /** What can be said of a question; what is not known is unknown. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** What the criteria look at. */
    public enum Fact {
        /** People who used it in the year. */
        USERS,
        /** Times it was used in the year. */
        TRANSACTIONS,
        /** Satisfaction of users, 0 to 100. */
        SATISFACTION,
        /** Average response time in milliseconds. */
        RESPONSE_MILLIS,
        /** Availability of the year in percent. */
        AVAILABILITY,
        /** Cost of the year in KRW for one use. */
        COST_PER_USE
    }

    /**
     * What one criterion says.
     *
     * @param use whether it looks at the use; else at the performance
     * @param value the fact; null when it is unknown
     * @param why in words; null when it is unknown
     */
    public record Reason(
            String criterion,
            LocalizedText name,
            boolean use,
            Answer low,
            @Nullable BigDecimal value,
            BigDecimal limit,
            @Nullable LocalizedText why,
            String source) {}

    /** What the rules say of one system. */
    public record Judged(Answer candidate, Answer lowUse, Answer lowPerformance, List<Reason> reasons) {

        public Judged {
            reasons = List.copyOf(reasons);
        }
    }

    public String ruleSet() {
        return rules.header().ruleSet();
    }

    public String version() {
        return rules.header().version();
    }

    public LocalizedText title() {
        return rules.header().title();
    }

    /** Grades of the systems that are looked at. */
    public Set<Integer> systemGrades() {
        return rules.systemGrades();
    }

    /** Likeness of names by trigrams from which on a system is proposed as the one into which to merge. */
    public BigDecimal nameSimilarity() {
        return rules.partners().nameSimilarity();
    }

    /** How many systems both must lean on. */
    public int sharedDependencies() {
        return rules.partners().sharedDependencies();
    }

    /** How many are shown at most. */
    public int mostPartners() {
        return rules.partners().most();
    }

    /** Whether one system is a candidate, without the words; for a whole register. */
    public Answer candidate(@Nullable Integer systemGrade, Map<Fact, BigDecimal> facts) {
        return answer(rules.judge(systemGrade, named(facts)).candidate());
    }

    /** Looks at one system; a fact that is not there is unknown. */
    public Judged judge(@Nullable Integer systemGrade, Map<Fact, BigDecimal> facts) {
        ConsolidationRules.Judged judged = rules.judge(systemGrade, named(facts));
        List<Reason> reasons = new ArrayList<>();
        judged.use().forEach(finding -> reasons.add(reason(finding, true)));
        judged.performance().forEach(finding -> reasons.add(reason(finding, false)));
        return new Judged(
                answer(judged.candidate()), answer(judged.lowUse()), answer(judged.lowPerformance()), reasons);
    }

    private static Map<String, BigDecimal> named(Map<Fact, BigDecimal> facts) {
        Map<String, BigDecimal> named = new HashMap<>();
        facts.forEach((fact, value) -> named.put(fact.name(), value));
        return named;
    }

    private static Reason reason(ConsolidationRules.Finding finding, boolean use) {
        ConsolidationRules.Criterion criterion = finding.criterion();
        return new Reason(
                criterion.id(),
                criterion.name(),
                use,
                answer(finding.low()),
                finding.value(),
                criterion.limit(),
                finding.value() == null ? null : finding.why(),
                criterion.source());
    }

    private static Answer answer(ConsolidationRules.Answer answer) {
        return Answer.valueOf(answer.name());
    }
}
