package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;

/** One version of a rule set, compiled and ready. Immutable and safe to share between threads. */
public sealed interface RuleSet
        permits GradingRules,
                ScheduleRules,
                ReliefRules,
                EscalationRules,
                RecurrenceRules,
                CorrelationRules,
                DutyRules,
                ConsolidationRules,
                RebuildRules {

    /** What it is called and which file it came from. */
    Header header();

    /**
     * Identity of a rule set.
     *
     * @param kind such as {@code system-grade}
     * @param name such as {@code mois-2024}
     * @param version such as {@code 1}
     * @param sha256 hash of its text
     * @param title as people read it
     */
    record Header(String kind, String name, String version, String sha256, LocalizedText title) {

        /** {@code kind/name}. */
        public String ruleSet() {
            return kind + "/" + name;
        }
    }
}
