package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that say which open incidents belong together, in the order in which they are asked.
 *
 * @param header what it is
 * @param rules in order
 */
public record CorrelationRules(Header header, List<Rule> rules) implements RuleSet {

    /** What is not said of a rule that needs a crowd. */
    private static final int CROWD = 2;

    public CorrelationRules {
        rules = List.copyOf(rules);
    }

    /**
     * One rule; the schema of the kind says what its words may be.
     *
     * @param by what the incidents share
     * @param proposes what a person is asked
     * @param withinMinutes how far apart they may be, for a split how far apart they must be
     * @param atLeast how many there must be
     * @param types of dependencies that count
     * @param why template of the reason
     */
    public record Rule(
            String id,
            String by,
            String proposes,
            int withinMinutes,
            int atLeast,
            Set<String> types,
            LocalizedText why) {

        public Rule {
            types = Set.copyOf(types);
        }
    }

    static CorrelationRules read(Header header, YamlPart root) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("rules")) {
            Rule rule = rule(part);
            if (!ids.add(rule.id())) {
                part.at("id").problem("rule " + rule.id() + " stands twice");
            }
            if (!fits(rule)) {
                part.at("proposes").problem("by " + rule.by() + " one cannot propose " + rule.proposes());
            }
            rules.add(rule);
        }
        return new CorrelationRules(header, rules);
    }

    private static Rule rule(YamlPart part) {
        Set<String> types = new HashSet<>();
        for (JsonNode type : part.node().path("types")) {
            types.add(type.asText());
        }
        return new Rule(
                part.text("id"),
                part.text("by"),
                part.text("proposes"),
                part.integer("withinMinutes"),
                part.has("atLeast") ? part.integer("atLeast") : CROWD,
                types,
                part.localized("why"));
    }

    private static boolean fits(Rule rule) {
        return switch (rule.proposes()) {
            case "CAUSE" -> rule.by().equals("DEPENDENCY") && !rule.types().isEmpty();
            case "SPLIT" -> rule.by().equals("SYSTEM");
            default -> !rule.by().equals("DEPENDENCY");
        };
    }
}
