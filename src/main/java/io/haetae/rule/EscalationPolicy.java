package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.EscalationRules;
import io.haetae.rule.engine.RuleSet;
import java.util.List;

/**
 * Who is called of a failure, level by level, and what becomes of their answer.
 *
 * @param ruleSet {@code kind/name}
 * @param version the version used
 * @param policy name of the policy in it
 * @param title of the policy, as people read it
 * @param failureGrades it applies to; none means all
 * @param acknowledgementLasts minutes after which an answer lapses while the failure goes on; 0 for never
 * @param rounds how often all levels are called
 * @param roundAfter minutes between the last level of a round and the first of the next
 * @param levels in order
 */
public record EscalationPolicy(
        String ruleSet,
        String version,
        String policy,
        LocalizedText title,
        List<Integer> failureGrades,
        int acknowledgementLasts,
        int rounds,
        int roundAfter,
        List<Level> levels) {

    /**
     * One level.
     *
     * @param level from 1
     * @param afterMinutes minutes after detection
     * @param rollCall whether each of those called must answer
     * @param tell whom
     */
    public record Level(int level, int afterMinutes, boolean rollCall, List<Told> tell) {}

    /**
     * A function that is called.
     *
     * @param function such as {@code DUTY}
     * @param when when it applies
     * @param at at which institution
     */
    public record Told(String function, ReportingClocks.Condition when, At at) {}

    /** At which institution somebody is called. */
    public enum At {
        /** The one that the function says. */
        OWN,
        /** The one above it: the matter is handed over. */
        ABOVE
    }

    static EscalationPolicy of(RuleSet.Header header, EscalationRules.Policy policy) {
        return new EscalationPolicy(
                header.ruleSet(),
                header.version(),
                policy.id(),
                policy.title(),
                policy.when().failureGrades().stream().sorted().toList(),
                policy.acknowledgementLasts(),
                policy.rounds(),
                policy.roundAfter(),
                policy.levels().stream().map(EscalationPolicy::level).toList());
    }

    /** The levels that a schedule carries itself: one round, an answer that holds. */
    static EscalationPolicy of(ReportingClocks clocks) {
        return new EscalationPolicy(
                clocks.ruleSet(),
                clocks.version(),
                "grade-" + clocks.failureGrade(),
                new LocalizedText("장애등급 " + clocks.failureGrade() + "등급", "Failure grade " + clocks.failureGrade()),
                List.of(clocks.failureGrade()),
                0,
                1,
                0,
                clocks.callOut().levels().stream()
                        .map(level -> new Level(
                                level.level(),
                                Math.toIntExact(level.afterMinutes()),
                                false,
                                level.tell().stream()
                                        .map(told -> new Told(told.function(), told.when(), At.OWN))
                                        .toList()))
                        .toList());
    }

    private static Level level(EscalationRules.Level level) {
        return new Level(
                level.level(),
                level.afterMinutes(),
                level.rollCall(),
                level.tell().stream()
                        .map(told -> new Told(
                                told.function(), ReportingClocks.Condition.valueOf(told.when()), At.valueOf(told.at())))
                        .toList());
    }
}
