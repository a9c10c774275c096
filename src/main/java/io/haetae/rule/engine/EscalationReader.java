package io.haetae.rule.engine;

import io.haetae.kernel.YamlPart;
import io.haetae.rule.engine.EscalationRules.Level;
import io.haetae.rule.engine.EscalationRules.Policy;
import io.haetae.rule.engine.EscalationRules.Question;
import io.haetae.rule.engine.EscalationRules.Tell;
import io.haetae.rule.engine.EscalationRules.When;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads escalation policies, and says where they contradict themselves or leave somebody out. */
final class EscalationReader {

    private EscalationReader() {}

    static EscalationRules read(RuleSet.Header header, YamlPart root) {
        List<Policy> policies = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("policies")) {
            if (!ids.add(part.text("id"))) {
                part.at("id").problem("policy " + part.text("id") + " stands twice");
            }
            policies.add(policy(part));
        }
        IntStream.rangeClosed(1, 4)
                .filter(grade ->
                        policies.stream().noneMatch(policy -> policy.when().coversAll(grade)))
                .forEach(grade -> root.at("policies")
                        .problem("failure grade " + grade + " has no policy that applies whatever else is so"));
        return new EscalationRules(header, policies);
    }

    private static Policy policy(YamlPart part) {
        YamlPart repeat = part.at("repeat");
        return new Policy(
                part.text("id"),
                part.localized("title"),
                when(part.at("when")),
                part.integer("acknowledgementLasts"),
                1 + repeat.integer("times"),
                repeat.integer("everyMinutes"),
                levels(part));
    }

    private static When when(YamlPart part) {
        LocalTime from = part.has("hours") ? time(part.at("hours"), "from") : null;
        LocalTime until = part.has("hours") ? time(part.at("hours"), "until") : null;
        if (from != null && from.equals(until)) {
            part.at("hours").problem("hours that end when they begin hold never or always: leave them out");
        }
        return new When(
                set(part, "failureGrades", each -> each.node().asInt()),
                set(part, "systemGrades", each -> each.node().asInt()),
                set(part, "institutions", YamlPart::text),
                from,
                until);
    }

    private static List<Level> levels(YamlPart part) {
        List<Level> levels = new ArrayList<>();
        int after = -1;
        for (YamlPart next : part.list("levels")) {
            if (next.integer("level") != levels.size() + 1 || next.integer("afterMinutes") <= after) {
                next.problem("levels must count up from 1, each told later than the one before");
            }
            after = next.integer("afterMinutes");
            List<Tell> tell = next.list("tell").stream()
                    .map(each -> new Tell(
                            each.text("function"), each.text("when"), each.has("at") ? each.text("at") : "OWN"))
                    .toList();
            levels.add(new Level(
                    next.integer("level"), after, next.at("rollCall").node().asBoolean(), tell));
        }
        return levels;
    }

    /** Each example says which policy applies to its facts. */
    static void checkExamples(EscalationRules rules, YamlPart root) {
        for (YamlPart example : root.list("examples")) {
            YamlPart facts = example.at("facts");
            Question question = new Question(
                    facts.integer("failureGrade"),
                    facts.has("systemGrade") ? facts.integer("systemGrade") : null,
                    set(facts, "institutions", YamlPart::text),
                    facts.has("at") ? time(facts, "at") : LocalTime.NOON);
            String chosen = rules.choose(question).id();
            if (!chosen.equals(example.text("policy"))) {
                example.problem("the example expects " + example.text("policy") + " but " + chosen + " applies");
            }
        }
    }

    private static LocalTime time(YamlPart part, String field) {
        try {
            return LocalTime.parse(part.text(field));
        } catch (DateTimeException e) {
            part.at(field).problem("no time of day: " + part.text(field));
            return LocalTime.MIDNIGHT;
        }
    }

    private static <T> Set<T> set(YamlPart part, String field, Function<YamlPart, T> reader) {
        Set<T> set = new HashSet<>();
        part.list(field).forEach(each -> set.add(reader.apply(each)));
        return set;
    }
}
