package io.haetae.rule.engine;

import io.haetae.kernel.YamlPart;
import io.haetae.rule.engine.ConsolidationRules.Criterion;
import io.haetae.rule.engine.ConsolidationRules.Group;
import io.haetae.rule.engine.ConsolidationRules.Low;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rules for consolidation, and holds them to their examples. */
final class ConsolidationReader {

    private ConsolidationReader() {}

    static ConsolidationRules read(RuleSet.Header header, YamlPart root) {
        Set<Integer> grades = new HashSet<>();
        root.at("systemGrades").node().forEach(grade -> grades.add(grade.asInt()));
        Set<String> ids = new HashSet<>();
        return new ConsolidationRules(
                header,
                grades,
                group(root.at("use"), ids),
                group(root.at("performance"), ids),
                partners(root.at("partners")));
    }

    private static ConsolidationRules.Partners partners(YamlPart part) {
        return new ConsolidationRules.Partners(
                part.decimal("nameSimilarity"), part.integer("sharedDependencies"), part.integer("most"));
    }

    private static Group group(YamlPart part, Set<String> ids) {
        List<Criterion> criteria = new ArrayList<>();
        for (YamlPart one : part.list("criteria")) {
            if (!ids.add(one.text("id"))) {
                one.at("id").problem("criterion " + one.text("id") + " stands twice");
            }
            boolean below = one.has("below");
            criteria.add(new Criterion(
                    one.text("id"),
                    one.text("fact"),
                    one.localized("name"),
                    one.text("source"),
                    below,
                    one.decimal(below ? "below" : "above"),
                    one.localized("says")));
        }
        return new Group(Low.valueOf(part.text("low")), criteria);
    }

    static void checkExamples(ConsolidationRules set, YamlPart root) {
        for (YamlPart example : root.list("examples")) {
            Map<String, BigDecimal> facts = new HashMap<>();
            example.at("facts")
                    .node()
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().decimalValue()));
            String found =
                    set.judge(example.integer("grade"), facts).candidate().name();
            if (!found.equals(example.text("candidate"))) {
                example.problem("the example expects " + example.text("candidate") + " but the rules say " + found);
            }
        }
    }
}
