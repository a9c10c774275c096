package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Texts;
import io.haetae.rule.engine.ConsolidationRules;
import io.haetae.rule.engine.CorrelationRules;
import io.haetae.rule.engine.EscalationRules;
import io.haetae.rule.engine.EvaluationFailed;
import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.RebuildRules;
import io.haetae.rule.engine.RecurrenceRules;
import io.haetae.rule.engine.ReliefRules;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.ScheduleRules;
import io.haetae.rule.engine.SystemVerdict;
import io.haetae.rule.engine.WorstOfResult;
import io.haetae.rule.engine.WorstOfRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The face of this room: evaluates facts by the version in force or by a pinned one. Every answer names its rule set,
 * version and hash, so that it can be computed again.
 */
@ApplicationScoped
public class RuleSets {

    /** Kinds of rule sets. */
    public static final String SYSTEM_GRADE = "system-grade";

    public static final String FAILURE_GRADE = "failure-grade";
    public static final String REPORTING_CLOCK = "reporting-clock";
    public static final String ESCALATION_POLICY = "escalation-policy";
    public static final String DEADLINE = "deadline";
    public static final String CRISIS_STAGE = "crisis-stage";
    public static final String RECURRENCE = "recurrence";
    public static final String CORRELATION = "correlation";
    public static final String GRADE_DUTY = "grade-duty";
    public static final String CONSOLIDATION = "consolidation";
    public static final String REBUILD = "rebuild";

    private static final Logger LOG = Logger.getLogger(RuleSets.class);

    private final ActiveRules rules;
    private final EvaluationMapper mapper;
    private final Schedules schedules;
    private final Texts texts;

    RuleSets(ActiveRules rules, EvaluationMapper mapper, Schedules schedules, Texts texts) {
        this.rules = rules;
        this.mapper = mapper;
        this.schedules = schedules;
        this.texts = texts;
    }

    /** The version of a kind in force now. */
    public Optional<RuleRef> active(String kind) {
        return rules.ofKind(kind);
    }

    /** Computes the failure grade by the version in force. Never fails: without a grade the answer says why. */
    public FailureGradeEvaluation evaluateFailureGrade(FailureFacts facts) {
        return evaluateFailureGrade(facts, null);
    }

    /** The same by the version in force for a central authority; null for what has none, or several. */
    public FailureGradeEvaluation evaluateFailureGrade(FailureFacts facts, @Nullable String authority) {
        return rules.ofKind(FAILURE_GRADE, authority)
                .map(ref -> evaluateFailureGrade(ref, facts))
                .orElseGet(() -> new FailureGradeEvaluation(
                        "", "", "", facts.asMap(), null, texts.both("rule.failure.none-active", Map.of())));
    }

    /** Computes the failure grade by a pinned version. Never fails: without a grade the answer says why. */
    public FailureGradeEvaluation evaluateFailureGrade(RuleRef ref, FailureFacts facts) {
        Map<String, Object> given = facts.asMap();
        RuleSet set = rules.resolve(ref).flatMap(rules::compiled).orElse(null);
        if (!(set instanceof WorstOfRules worstOf)) {
            LocalizedText why = texts.both("rule.failure.unknown", Map.of("value", ref));
            return new FailureGradeEvaluation(ref.ruleSet(), String.valueOf(ref.version()), "", given, null, why);
        }
        RuleSet.Header header = set.header();
        try {
            return graded(header, worstOf.evaluateKnown(given));
        } catch (FactsRefused | EvaluationFailed e) {
            LOG.errorf(e, "failure grade not computed by %s", ref);
            LocalizedText why = texts.both(
                    "rule.failure.not-evaluated", Map.of("value", ref, "reason", String.valueOf(e.getMessage())));
            return new FailureGradeEvaluation(header.ruleSet(), header.version(), header.sha256(), given, null, why);
        }
    }

    /** Whether the version in force for a central authority looks at that field of the affected systems. */
    public boolean failureGradeAsks(String field, @Nullable String authority) {
        return rules.ofKind(FAILURE_GRADE, authority)
                .flatMap(rules::compiled)
                .filter(set -> set instanceof WorstOfRules worstOf && worstOf.asks(FailureFacts.GROUPS, field))
                .isPresent();
    }

    /** Every limit in minutes, ascending, after which the version in force may say something worse. */
    public List<Long> failureGradeLimits() {
        return rules.ofKind(FAILURE_GRADE)
                .flatMap(rules::compiled)
                .map(set -> set instanceof WorstOfRules worstOf ? worstOf.limits() : List.<Long>of())
                .orElse(List.of());
    }

    /** Who is told of a failure of that grade and until when, by the version in force. */
    public ReportingClocks reportingClocks(int failureGrade) {
        RuleRef active = rules.ofKind(REPORTING_CLOCK)
                .orElseThrow(() -> new Refusal(RuleError.NONE_ACTIVE, Map.of("value", REPORTING_CLOCK)));
        return reportingClocks(active, failureGrade);
    }

    /** Who is told of a failure of that grade and until when, by a pinned version. */
    public ReportingClocks reportingClocks(RuleRef ref, int failureGrade) {
        if (!(find(ref) instanceof ScheduleRules schedule)) {
            throw new Refusal(RuleError.WRONG_KIND, Map.of("value", ref.ruleSet(), "allowed", REPORTING_CLOCK));
        }
        return schedules.of(schedule, failureGrade);
    }

    /** Who is called of such a failure, by the version in force; without policies, by the schedule's own levels. */
    public Optional<EscalationPolicy> escalationPolicy(EscalationFacts facts) {
        return rules.ofKind(ESCALATION_POLICY)
                .map(ref -> escalation(ref))
                .map(set -> EscalationPolicy.of(set.header(), set.choose(facts.question())))
                .or(() -> rules.ofKind(REPORTING_CLOCK)
                        .map(ref -> EscalationPolicy.of(reportingClocks(ref, facts.failureGrade()))));
    }

    /** Every policy in force, in order; for looking at all of them before one is needed. */
    public List<EscalationPolicy> escalationPolicies() {
        Optional<EscalationRules> set = rules.ofKind(ESCALATION_POLICY).map(ref -> escalation(ref));
        if (set.isPresent()) {
            return set.get().policies().stream()
                    .map(policy -> EscalationPolicy.of(set.get().header(), policy))
                    .toList();
        }
        return rules.ofKind(REPORTING_CLOCK)
                .map(ref -> IntStream.rangeClosed(1, 4)
                        .mapToObj(grade -> EscalationPolicy.of(reportingClocks(ref, grade)))
                        .toList())
                .orElse(List.of());
    }

    private EscalationRules escalation(RuleRef ref) {
        if (!(find(ref) instanceof EscalationRules escalation)) {
            throw new Refusal(RuleError.WRONG_KIND, Map.of("value", ref.ruleSet(), "allowed", ESCALATION_POLICY));
        }
        return escalation;
    }

    /** What becomes of a deadline that a failure hits, by the version in force. */
    public DeadlineRules deadlineRules() {
        RuleRef active =
                rules.ofKind(DEADLINE).orElseThrow(() -> new Refusal(RuleError.NONE_ACTIVE, Map.of("value", DEADLINE)));
        return deadlineRules(active);
    }

    /** What becomes of a deadline that a failure hits, by a pinned version. */
    public DeadlineRules deadlineRules(RuleRef ref) {
        if (!(find(ref) instanceof ReliefRules relief)) {
            throw new Refusal(RuleError.WRONG_KIND, Map.of("value", ref.ruleSet(), "allowed", DEADLINE));
        }
        return new DeadlineRules(relief);
    }

    /** What makes a failure a repeated one, by the version in force; nothing when none is. */
    public Optional<Recurrences> recurrences() {
        return rules.ofKind(RECURRENCE)
                .flatMap(rules::compiled)
                .filter(RecurrenceRules.class::isInstance)
                .map(set -> new Recurrences((RecurrenceRules) set));
    }

    /** Which incidents to propose to see together, by the version in force; nothing when there is none. */
    public Optional<CorrelationPolicy> correlation() {
        return rules.ofKind(CORRELATION)
                .flatMap(rules::resolve)
                .flatMap(rules::compiled)
                .filter(CorrelationRules.class::isInstance)
                .map(set -> CorrelationPolicy.of((CorrelationRules) set));
    }

    /** Which systems are looked at for a merge or an abolition, by the version in force; nothing when there is none. */
    public Optional<Consolidation> consolidation() {
        return rules.ofKind(CONSOLIDATION)
                .flatMap(rules::compiled)
                .filter(ConsolidationRules.class::isInstance)
                .map(set -> new Consolidation((ConsolidationRules) set));
    }

    /** What a rebuild has to answer, by the version in force; nothing when there is none. */
    public Optional<RebuildChecklist> rebuildChecklist() {
        return rules.ofKind(REBUILD).flatMap(this::rebuildChecklist);
    }

    /** What a rebuild has to answer, by a pinned version. */
    public Optional<RebuildChecklist> rebuildChecklist(RuleRef ref) {
        return rules.compiled(ref)
                .filter(RebuildRules.class::isInstance)
                .map(set -> RebuildChecklist.of((RebuildRules) set));
    }

    /** Evaluates facts as a person gave them, by whatever kind of rules; nothing is stored. */
    RuleEvaluationView evaluate(RuleSet set, Map<String, ?> facts) {
        RuleSet.Header header = set.header();
        try {
            if (set instanceof GradingRules grading && header.kind().equals(SYSTEM_GRADE)) {
                SystemVerdict verdict = grading.judge(facts, true);
                return RuleEvaluationView.of(header, verdict.facts(), mapper.view(verdict));
            }
            if (set instanceof WorstOfRules worstOf) {
                WorstOfResult result = worstOf.evaluateStrictly(facts);
                Object said = worstOf.words().isEmpty() ? mapper.view(result) : StageResult.of(result, worstOf.words());
                return RuleEvaluationView.of(header, result.facts(), said);
            }
            if (set instanceof ReliefRules relief) {
                ReliefRules.Rule rule = FactRefusals.rule(facts, relief.rules());
                Map<String, Object> asked = new TreeMap<>(facts);
                asked.remove("rule");
                Optional<LocalizedText> whyNot = relief.whyNot(rule, asked);
                return RuleEvaluationView.of(header, new TreeMap<>(facts), RuleEvaluationView.Applies.of(rule, whyNot));
            }
            if (!asksForAGrade(set)) {
                throw new Refusal(RuleError.WRONG_KIND, Map.of("value", header.ruleSet(), "allowed", SYSTEM_GRADE));
            }
            int grade = FactRefusals.failureGrade(facts);
            if (set instanceof EscalationRules escalation) {
                EscalationRules.Question question = FactRefusals.escalation(grade, facts);
                return RuleEvaluationView.of(
                        header,
                        new TreeMap<>(facts),
                        new RuleEvaluationView.Chosen(EscalationPolicy.of(header, escalation.choose(question))));
            }
            ReportingClocks clocks = schedules.of((ScheduleRules) set, grade);
            return RuleEvaluationView.of(header, Map.of("failureGrade", grade), RuleEvaluationView.Schedule.of(clocks));
        } catch (FactsRefused refused) {
            throw FactRefusals.of(refused);
        } catch (EvaluationFailed e) {
            LOG.errorf(e, "not evaluated by %s", header.ruleSet());
            throw new Refusal(RuleError.NOT_EVALUATED, Map.of("value", header.ruleSet()));
        }
    }

    /** Whether what is left is evaluated for a failure grade. */
    private static boolean asksForAGrade(RuleSet set) {
        return set instanceof EscalationRules || set instanceof ScheduleRules;
    }

    private RuleSet find(RuleRef ref) {
        return rules.resolve(ref)
                .flatMap(rules::compiled)
                .orElseThrow(() -> Refusal.field("/ruleSet", "unknown-rule-set", ref.toString()));
    }

    private FailureGradeEvaluation graded(RuleSet.Header header, WorstOfResult result) {
        return new FailureGradeEvaluation(
                header.ruleSet(), header.version(), header.sha256(), result.facts(), mapper.view(result), null);
    }
}
