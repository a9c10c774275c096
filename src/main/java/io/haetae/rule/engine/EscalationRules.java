package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is called of a failure, and what becomes of their answer. Policies stand in order: the first whose conditions all
 * hold applies. Reading makes sure that for every failure grade one applies whatever else is so.
 *
 * @param header what it is
 * @param policies in order
 */
public record EscalationRules(Header header, List<Policy> policies) implements RuleSet {

    public EscalationRules {
        policies = List.copyOf(policies);
    }

    /**
     * What a policy is chosen by.
     *
     * @param failureGrade 장애등급
     * @param systemGrade the worst 정보시스템 등급 concerned, or null when none is confirmed
     * @param institutions codes of the institutions concerned, with those above them
     * @param at time of day in Seoul
     */
    public record Question(int failureGrade, @Nullable Integer systemGrade, Set<String> institutions, LocalTime at) {

        public Question {
            institutions = Set.copyOf(institutions);
        }
    }

    /**
     * One policy.
     *
     * @param id its name in the rule set
     * @param title as people read it
     * @param when when it applies
     * @param acknowledgementLasts minutes after which an answer lapses while the failure goes on; 0 for never
     * @param rounds how often all levels are called, at least once
     * @param roundAfter minutes between the last level of a round and the first of the next
     * @param levels in order
     */
    public record Policy(
            String id,
            LocalizedText title,
            When when,
            int acknowledgementLasts,
            int rounds,
            int roundAfter,
            List<Level> levels) {

        public Policy {
            levels = List.copyOf(levels);
        }
    }

    /**
     * Conditions of a policy; an empty set, or null, narrows nothing.
     *
     * @param failureGrades of the failure
     * @param systemGrades of the systems concerned, the worst of them
     * @param institutions concerned
     * @param from begin of the time of day
     * @param until end of it; before the begin when it goes past midnight
     */
    public record When(
            Set<Integer> failureGrades,
            Set<Integer> systemGrades,
            Set<String> institutions,
            @Nullable LocalTime from,
            @Nullable LocalTime until) {

        public When {
            failureGrades = Set.copyOf(failureGrades);
            systemGrades = Set.copyOf(systemGrades);
            institutions = Set.copyOf(institutions);
        }

        boolean holds(Question question) {
            return (failureGrades.isEmpty() || failureGrades.contains(question.failureGrade()))
                    && (systemGrades.isEmpty()
                            || question.systemGrade() != null && systemGrades.contains(question.systemGrade()))
                    && (institutions.isEmpty() || institutions.stream().anyMatch(question.institutions()::contains))
                    && isAt(question.at());
        }

        /** From its begin to just before its end. */
        private boolean isAt(LocalTime at) {
            if (from == null || until == null) {
                return true;
            }
            return from.isBefore(until)
                    ? !at.isBefore(from) && at.isBefore(until)
                    : !at.isBefore(from) || at.isBefore(until);
        }

        /** Whether it applies to every failure of a grade. */
        boolean coversAll(int failureGrade) {
            return (failureGrades.isEmpty() || failureGrades.contains(failureGrade))
                    && systemGrades.isEmpty()
                    && institutions.isEmpty()
                    && from == null;
        }
    }

    /**
     * One level.
     *
     * @param level from 1
     * @param afterMinutes minutes after detection at which it is called unless somebody has answered
     * @param rollCall whether each of those called must answer
     * @param tell whom
     */
    public record Level(int level, int afterMinutes, boolean rollCall, List<Tell> tell) {

        public Level {
            tell = List.copyOf(tell);
        }
    }

    /**
     * A function that is called.
     *
     * @param function such as {@code DUTY}
     * @param when when it applies, as in a schedule
     * @param at at which institution: {@code OWN}, or {@code ABOVE} to hand over to the one above
     */
    public record Tell(String function, String when, String at) {}

    /** The policy that applies. */
    public Policy choose(Question question) {
        return policies.stream()
                .filter(policy -> policy.when().holds(question))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no failure grade " + question.failureGrade()));
    }
}
