package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.YamlPart;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads rules for repeated failures, and holds them to their examples. */
final class RecurrenceReader {

    private RecurrenceReader() {}

    static RecurrenceRules read(RuleSet.Header header, YamlPart root) {
        List<RecurrenceRules.Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("rules")) {
            if (!ids.add(part.text("id"))) {
                part.problem("rule " + part.text("id") + " stands twice");
            }
            Set<RecurrenceRules.Common> same = new HashSet<>();
            part.at("same").node().forEach(one -> same.add(RecurrenceRules.Common.valueOf(one.asText())));
            rules.add(new RecurrenceRules.Rule(
                    part.text("id"),
                    part.localized("name"),
                    part.text("source"),
                    same,
                    part.integer("atLeast"),
                    part.integer("months"),
                    part.localized("says"),
                    part.localized("recommends")));
        }
        return new RecurrenceRules(header, rules);
    }

    static void checkExamples(RecurrenceRules set, YamlPart root) {
        for (YamlPart example : root.list("examples")) {
            try {
                List<RecurrenceRules.Failure> past = example.list("past").stream()
                        .map(part -> failure(part.node()))
                        .toList();
                List<String> found = set.find(failure(example.at("now").node()), past).stream()
                        .map(finding -> finding.rule().id())
                        .toList();
                List<String> wanted = texts(example.at("finds").node());
                if (!found.equals(wanted)) {
                    example.problem("the example expects " + wanted + " but the rules find " + found);
                }
            } catch (DateTimeException e) {
                example.problem("a time of the example cannot be read: " + e.getMessage());
            }
        }
    }

    private static RecurrenceRules.Failure failure(JsonNode node) {
        return new RecurrenceRules.Failure(
                node.path("number").asText(),
                OffsetDateTime.parse(node.path("at").asText()).toInstant(),
                node.hasNonNull("cause") ? node.path("cause").asText() : null,
                Set.copyOf(texts(node.path("systems"))));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
