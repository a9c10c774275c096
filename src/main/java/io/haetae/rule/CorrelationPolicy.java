package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.CorrelationRules;
import java.util.List;
import java.util.Set;

/**
 * Which open incidents a machine proposes to see together, by one version of the rules.
 *
 * @param rules in the order in which they are asked
 */
public record CorrelationPolicy(String ruleSet, String version, List<Rule> rules) {

    public CorrelationPolicy {
        rules = List.copyOf(rules);
    }

    /** What incidents share. */
    public enum By {
        SYSTEM,
        DEPENDENCY,
        SITE,
        TIME
    }

    /** What a person is asked to do. */
    public enum Proposes {
        /** To see incidents as one. */
        JOIN,
        /** To mark one as the cause of others. */
        CAUSE,
        /** To open another incident for alerts that do not belong to this one. */
        SPLIT
    }

    /**
     * One rule.
     *
     * @param withinMinutes how far apart incidents may be, for a split how far apart they must be
     * @param atLeast how many there must be
     * @param types of dependencies that count
     * @param why template of the reason
     */
    public record Rule(
            String id, By by, Proposes proposes, int withinMinutes, int atLeast, Set<String> types, LocalizedText why) {

        public Rule {
            types = Set.copyOf(types);
        }
    }

    static CorrelationPolicy of(CorrelationRules rules) {
        return new CorrelationPolicy(
                rules.header().ruleSet(),
                rules.header().version(),
                rules.rules().stream()
                        .map(rule -> new Rule(
                                rule.id(),
                                By.valueOf(rule.by()),
                                Proposes.valueOf(rule.proposes()),
                                rule.withinMinutes(),
                                rule.atLeast(),
                                rule.types(),
                                rule.why()))
                        .toList());
    }
}
