package io.haetae.rule.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cel.common.types.SimpleType;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlPart;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules for deadlines, compiles their conditions and holds them to their own examples. */
final class ReliefReader {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Expressions expressions = new Expressions(ReliefRules.FACTS);

    static ReliefRules read(RuleSet.Header header, YamlPart root) {
        ReliefReader reader = new ReliefReader();
        Map<String, ReliefRules.Rule> rules = new LinkedHashMap<>();
        for (YamlPart part : root.list("rules")) {
            ReliefRules.Rule rule = reader.rule(part);
            if (rules.putIfAbsent(rule.id(), rule) != null) {
                part.problem("rule " + rule.id() + " stands twice");
            }
        }
        return new ReliefRules(header, rules);
    }

    private ReliefRules.Rule rule(YamlPart part) {
        YamlPart effect = part.at("effect");
        ReliefRules.Effect kind = ReliefRules.Effect.valueOf(effect.text("kind"));
        YamlPart holidays = part.at("holidays");
        checkPlaceholders(part.at("says"), kind);
        return new ReliefRules.Rule(
                part.text("id"),
                part.localized("name"),
                part.localized("says"),
                part.text("source"),
                conditions(part),
                kind,
                effect.integer("amount"),
                effect.has("unit") ? ReliefRules.Unit.valueOf(effect.text("unit")) : null,
                effect.node().path("again").asBoolean(),
                holidays.node().path("moves").asBoolean(),
                closed(holidays),
                holidays.text("source"));
    }

    private List<ReliefRules.Condition> conditions(YamlPart rule) {
        List<ReliefRules.Condition> conditions = new ArrayList<>();
        for (YamlPart part : rule.list("when")) {
            Expression holds = expressions.compile(part.at("if"), null, SimpleType.BOOL);
            conditions.add(new ReliefRules.Condition(holds, part.localized("otherwise")));
        }
        return conditions;
    }

    private static List<MonthDay> closed(YamlPart holidays) {
        List<MonthDay> days = new ArrayList<>();
        for (YamlPart part : holidays.list("alsoClosed")) {
            try {
                days.add(MonthDay.parse("--" + part.text()));
            } catch (DateTimeException e) {
                part.problem("there is no day " + part.text());
            }
        }
        return days;
    }

    /** Only what an agency decides is filled into the words for the public. */
    private static void checkPlaceholders(YamlPart says, ReliefRules.Effect effect) {
        String known =
                switch (effect) {
                    case FIXED -> "until";
                    case DECIDED_AFTER_RECOVERY -> "length";
                    default -> "";
                };
        for (String language : List.of(says.text("ko"), says.text("en"))) {
            Matcher matcher = PLACEHOLDER.matcher(language);
            while (matcher.find()) {
                if (!matcher.group(1).equals(known)) {
                    says.problem("{" + matcher.group(1) + "} has no value");
                }
            }
        }
    }

    static void checkExamples(ReliefRules set, YamlPart root) {
        for (YamlPart example : root.list("examples")) {
            ReliefRules.Rule rule = set.rules().get(example.text("rule"));
            if (rule == null) {
                example.at("rule").problem("no rule is called " + example.text("rule"));
                continue;
            }
            boolean wanted = example.node().path("applies").asBoolean();
            try {
                Map<String, Object> facts =
                        YamlFile.YAML.convertValue(example.at("facts").node(), FACTS);
                if (set.whyNot(rule, facts).isEmpty() != wanted) {
                    example.problem("the example expects applies: " + wanted + " but the rule says otherwise");
                }
            } catch (FactsRefused | EvaluationFailed e) {
                example.problem("the example cannot be evaluated: " + e.getMessage());
            }
        }
    }
}
