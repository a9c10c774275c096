package io.haetae.rule.engine;

import dev.cel.common.types.SimpleType;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a decision table and compiles its expressions. */
final class WorstOfReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final YamlPart root;
    private final List<String> words;
    private final List<Fact> facts;
    private final Expressions expressions;

    private WorstOfReader(YamlPart root) {
        this.root = root;
        this.words = root.list("grades").stream().map(YamlPart::text).toList();
        this.facts = root.fields("facts").entrySet().stream()
                .map(entry -> Fact.read(entry.getKey(), entry.getValue()))
                .toList();
        this.expressions = new Expressions(facts);
    }

    static WorstOfRules read(RuleSet.Header header, YamlPart root) {
        WorstOfReader reader = new WorstOfReader(root);
        YamlPart otherwise = root.at("otherwise");
        List<WorstOfRules.Derived> derived = reader.derived();
        WorstOfRules.Table table = new WorstOfRules.Table(
                reader.facts,
                derived,
                reader.criteria(reader.grade(otherwise)),
                reader.adjustments(),
                reader.grade(otherwise),
                otherwise.localized("why"),
                reader.words,
                reader.names(),
                reader.questions(),
                SchemeReader.read(root, reader.expressions, reader.grade(otherwise)));
        return new WorstOfRules(header, table);
    }

    private Map<String, LocalizedText> names() {
        Map<String, LocalizedText> names = new HashMap<>();
        for (String list : List.of("criteria", "adjustments")) {
            root.list(list).stream()
                    .filter(part -> part.has("name"))
                    .forEach(part -> names.put(part.text("id"), part.localized("name")));
        }
        return names;
    }

    /** Facts with a name are asked of people; the others are gathered. */
    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        root.fields("facts").forEach((name, part) -> {
            if (part.has("name")) {
                List<Question.Choice> choices = new ArrayList<>();
                part.list("values")
                        .forEach(value -> choices.add(new Question.Choice(
                                value.text(), part.at("labels").localized(value.text()))));
                boolean mayBeLeftOut =
                        part.has("default") || part.node().path("optional").asBoolean();
                questions.add(new Question(name, part.localized("name"), choices, mayBeLeftOut));
                part.list("values").stream()
                        .filter(value -> !part.at("labels").has(value.text()))
                        .forEach(value -> value.problem("the choice " + value.text() + " has no label"));
            }
        });
        return questions;
    }

    /** A grade is a number, or one of the words that the file lists, worst first. */
    private int grade(YamlPart part) {
        return words.isEmpty() ? part.integer("grade") : words.indexOf(part.text("grade")) + 1;
    }

    private List<WorstOfRules.Derived> derived() {
        List<WorstOfRules.Derived> derived = new ArrayList<>();
        for (YamlPart part : root.list("derived")) {
            String each = part.text("each");
            if (isList(part, each)) {
                Expression value = expressions.compile(part.at("value"), each, null);
                expressions.derive(each, part.text("name"), value.type());
                derived.add(new WorstOfRules.Derived(each, part.text("name"), value));
            }
        }
        return derived;
    }

    private List<WorstOfRules.Criterion> criteria(int mildest) {
        List<WorstOfRules.Criterion> criteria = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("criteria")) {
            if (!ids.add(part.text("id"))) {
                part.problem("criterion " + part.text("id") + " stands twice");
            }
            String each = part.has("each") ? part.text("each") : null;
            if (each != null && !isList(part, each)) {
                continue;
            }
            boolean adjusted = part.node().path("adjusted").asBoolean(true);
            criteria.add(new WorstOfRules.Criterion(part.text("id"), each, adjusted, cells(part, each, mildest)));
        }
        return criteria;
    }

    private List<Cell> cells(YamlPart criterion, @Nullable String each, int mildest) {
        List<Cell> cells = new ArrayList<>();
        for (YamlPart part : criterion.list("cells")) {
            Cell cell = cell(part, each);
            if (cell.grade() > mildest
                    || (!cells.isEmpty()
                            && cell.grade() < cells.get(cells.size() - 1).grade())) {
                part.problem("cells must stand worst first, none milder than grade " + mildest);
            }
            cells.add(cell);
        }
        return cells;
    }

    private Cell cell(YamlPart part, @Nullable String each) {
        Expression when = expressions.compile(part.at("when"), each, SimpleType.BOOL);
        Map<String, Expression> values = new HashMap<>();
        part.fields("values").forEach((name, value) -> values.put(name, expressions.compile(value, each, null)));
        String clock = part.has("clock") ? part.text("clock") : null;
        if (clock != null && !isMinutes(each, clock)) {
            part.at("clock").problem("a clock must be a whole number of each " + each);
        }
        LocalizedText why = part.localized("why");
        checkPlaceholders(part.at("why"), why, values.keySet());
        Expression afterOf = part.node().path("after").isTextual()
                ? expressions.compile(part.at("after"), each, SimpleType.INT)
                : null;
        return new Cell(grade(part), when, clock, part.node().path("after").asLong(0), afterOf, values, why);
    }

    private List<WorstOfRules.Adjustment> adjustments() {
        List<WorstOfRules.Adjustment> adjustments = new ArrayList<>();
        for (YamlPart part : root.list("adjustments")) {
            Expression when = expressions.compile(part.at("when"), null, SimpleType.BOOL);
            adjustments.add(
                    new WorstOfRules.Adjustment(part.text("id"), when, part.integer("milder"), part.localized("why")));
        }
        return adjustments;
    }

    private boolean isList(YamlPart part, String each) {
        boolean list = facts.stream().anyMatch(fact -> fact.name().equals(each) && fact.type() == Fact.Type.LIST);
        if (!list) {
            part.at("each").problem("no list of facts is called " + each);
        }
        return list;
    }

    private boolean isMinutes(@Nullable String each, String clock) {
        return facts.stream()
                .filter(fact -> fact.name().equals(each))
                .flatMap(fact -> fact.of().stream())
                .anyMatch(field -> field.name().equals(clock) && field.type() == Fact.Type.INT);
    }

    private static void checkPlaceholders(YamlPart part, LocalizedText why, Set<String> known) {
        for (String language : List.of(why.ko(), why.en())) {
            Matcher matcher = PLACEHOLDER.matcher(language);
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!known.contains(name) && !name.equals("after") && !name.equals("afterHours")) {
                    part.problem("{" + name + "} has no value");
                }
            }
        }
    }
}
