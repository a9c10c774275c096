package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.ReliefRules;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules for deadlines that a failure hits. Says which rules there are and whether one applies; the
 * days are computed by who knows the calendar and the failure.
 */
public final class DeadlineRules {

    private final ReliefRules rules;
    private final List<Rule> all;

    DeadlineRules(ReliefRules rules) {
        this.rules = rules;
        this.all = rules.rules().values().stream()
                .map(Rule::of)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    /** What a rule does. */
    public enum Effect {
        /** Days that the failure touched are not counted, then the rest runs. */
        STANDS_STILL,
        /** So long after the day of recovery. */
        AFTER_RECOVERY,
        /** As long after recovery as an agency decided. */
        DECIDED_AFTER_RECOVERY,
        /** A day that an agency decided. */
        FIXED,
        /** The deadline stays, lateness until recovery does not count. */
        NOT_COUNTED;

        /** Whether an agency's decision has to say how long. */
        public boolean isDecided() {
            return this == FIXED || this == DECIDED_AFTER_RECOVERY;
        }
    }

    /** In what a length after recovery is counted. */
    public enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS
    }

    /**
     * One rule.
     *
     * @param id such as {@code suspension}
     * @param name as people read it
     * @param says what the public is told; {@code {until}} or {@code {length}} stands where an agency decides
     * @param source article, or whose notice
     * @param amount how long after recovery, 0 where the effect has none
     * @param unit of what, null where the effect has none
     * @param again whether it applies anew when the system fails on the new last day
     * @param moves whether a last day on a Saturday or holiday moves on
     * @param alsoClosed days that count as holidays for this rule only
     * @param holidaySource why it moves, or does not
     */
    public record Rule(
            String id,
            LocalizedText name,
            LocalizedText says,
            String source,
            Effect effect,
            int amount,
            @Nullable Unit unit,
            boolean again,
            boolean moves,
            List<MonthDay> alsoClosed,
            String holidaySource) {

        public Rule {
            alsoClosed = List.copyOf(alsoClosed);
        }

        private static Rule of(ReliefRules.Rule rule) {
            return new Rule(
                    rule.id(),
                    rule.name(),
                    rule.says(),
                    rule.source(),
                    Effect.valueOf(rule.effect().name()),
                    rule.amount(),
                    rule.unit() == null ? null : Unit.valueOf(rule.unit().name()),
                    rule.again(),
                    rule.moves(),
                    rule.alsoClosed(),
                    rule.holidaySource());
        }
    }

    /** {@code kind/name}. */
    public String ruleSet() {
        return rules.header().ruleSet();
    }

    /** The version. */
    public String version() {
        return rules.header().version();
    }

    /** Every rule, by id. */
    public List<Rule> all() {
        return all;
    }

    /** The rule of that id. */
    public Optional<Rule> find(String id) {
        return all.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Why the rule does not apply to these facts of a failure and a deadline; empty when it does. */
    public Optional<LocalizedText> whyNot(Rule rule, Map<String, ?> facts) {
        ReliefRules.Rule compiled = rules.rules().get(rule.id());
        if (compiled == null) {
            throw new IllegalArgumentException("no rule is called " + rule.id());
        }
        return rules.whyNot(compiled, facts);
    }
}
