package io.haetae.rule.engine;

import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlPart;

/** Reads a rule set: text, then schema, then meaning, then its own examples. Whatever is wrong is said with its place. */
public final class RuleSetReader {

    private RuleSetReader() {}

    /** Reads one file by the schema of its kind; refuses it with every problem found. */
    public static RuleSet read(String file, String yaml, String schema) {
        YamlFile rules = YamlFile.parse(file, yaml);
        rules.checkSchema(schema);
        RuleSet set = compile(rules, yaml);
        Examples.check(set, rules.root());
        rules.refuseIfBroken();
        return set;
    }

    /** Reads what was accepted before: a stored version stays usable even when the schema has become stricter. */
    public static RuleSet accepted(String file, String yaml) {
        return compile(YamlFile.parse(file, yaml), yaml);
    }

    private static RuleSet compile(YamlFile rules, String yaml) {
        YamlPart root = rules.root();
        RuleSet.Header header = new RuleSet.Header(
                root.text("kind"),
                root.text("name"),
                root.text("version"),
                YamlFile.sha256(yaml),
                root.localized("title"));
        RuleSet set =
                switch (root.text("form")) {
                    case "weighted" -> WeightedReader.read(header, root);
                    case "worst-of" -> WorstOfReader.read(header, root);
                    case "relief" -> ReliefReader.read(header, root);
                    case "escalation" -> EscalationReader.read(header, root);
                    case "recurrence" -> RecurrenceReader.read(header, root);
                    case "correlation" -> CorrelationRules.read(header, root);
                    case "duties" -> DutyRules.read(header, root);
                    case "consolidation" -> ConsolidationReader.read(header, root);
                    case "rebuild" -> RebuildRules.read(header, root);
                    default -> ScheduleRules.read(header, root);
                };
        rules.refuseIfBroken();
        return set;
    }
}
