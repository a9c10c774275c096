package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Zones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules that say when failures of the past make one a repeated one.
 *
 * @param rules in the order of the file
 */
public record RecurrenceRules(Header header, List<Rule> rules) implements RuleSet {

    public RecurrenceRules {
        rules = List.copyOf(rules);
    }

    /** What failures have in common. */
    public enum Common {
        SYSTEM,
        CAUSE
    }

    /**
     * One rule.
     *
     * @param same what the failures have in common
     * @param atLeast how many make it a repeated one, with the one looked at
     * @param months how far back they count
     * @param says what is found
     * @param recommends title of the recommendation that is proposed
     */
    public record Rule(
            String id,
            LocalizedText name,
            String source,
            Set<Common> same,
            int atLeast,
            int months,
            LocalizedText says,
            LocalizedText recommends) {

        public Rule {
            same = Set.copyOf(same);
        }

        /** The first moment that counts for a failure at that time. */
        public Instant since(Instant at) {
            return at.atZone(Zones.SEOUL).minusMonths(months).toInstant();
        }
    }

    /** A failure; its cause is null while nobody has said of what kind it is. */
    public record Failure(
            String number, Instant at, @Nullable String cause, Set<String> systems) {

        public Failure {
            systems = Set.copyOf(systems);
        }
    }

    /**
     * A rule that holds.
     *
     * @param system that failed again, null when the rule asks for the cause only
     * @param earlier numbers of the failures before it
     */
    public record Finding(
            Rule rule, @Nullable String system, List<String> earlier, LocalizedText says, LocalizedText recommends) {

        public Finding {
            earlier = List.copyOf(earlier);
        }
    }

    /** How far back any of the rules looks, in months. */
    public int longest() {
        return rules.stream().mapToInt(Rule::months).max().orElse(0);
    }

    /** Every rule that holds, system by system. A cause that nobody has named is like no other. */
    public List<Finding> find(Failure now, List<Failure> past) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.same().contains(Common.SYSTEM)) {
                new TreeSet<>(now.systems()).forEach(system -> hold(rule, system, now, past, findings));
            } else {
                hold(rule, null, now, past, findings);
            }
        }
        return List.copyOf(findings);
    }

    private static void hold(
            Rule rule, @Nullable String system, Failure now, List<Failure> past, List<Finding> findings) {
        if (rule.same().contains(Common.CAUSE) && now.cause() == null) {
            return;
        }
        List<String> earlier = past.stream()
                .filter(one -> !one.number().equals(now.number()))
                .filter(one -> one.at().isBefore(now.at()) && !one.at().isBefore(rule.since(now.at())))
                .filter(one -> system == null || one.systems().contains(system))
                .filter(one -> !rule.same().contains(Common.CAUSE)
                        || String.valueOf(now.cause()).equals(one.cause()))
                .map(Failure::number)
                .toList();
        if (earlier.size() + 1 >= rule.atLeast()) {
            Map<String, String> facts = Map.of(
                    "count", String.valueOf(earlier.size() + 1),
                    "months", String.valueOf(rule.months()),
                    "system", system == null ? "" : system);
            findings.add(new Finding(rule, system, earlier, fill(rule.says(), facts), fill(rule.recommends(), facts)));
        }
    }

    private static LocalizedText fill(LocalizedText text, Map<String, String> facts) {
        String korean = text.ko();
        String english = text.en();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            korean = korean.replace("{" + fact.getKey() + "}", fact.getValue());
            english = english.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return new LocalizedText(korean, english);
    }
}
