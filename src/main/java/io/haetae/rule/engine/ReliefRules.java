package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules for deadlines that a failure hits: when each applies and what it does. The days themselves are computed where
 * the calendar is known.
 *
 * @param header what it is
 * @param rules by id
 */
public record ReliefRules(Header header, Map<String, Rule> rules) implements RuleSet {

    /** What a condition may ask of one failure and one deadline; the same for every version. */
    static final List<Fact> FACTS = List.of(
            flag("periodHadBegun"),
            flag("outageBeganBeforeDeadline"),
            flag("outageOnLastDay"),
            flag("outageAtDeadline"),
            hours("hoursAfterRecovery"),
            flag("sent"),
            flag("sentInTime"),
            flag("sentDuringOutage"),
            hours("alsoWithinHours"));

    /** What a rule does. */
    public enum Effect {
        /** Days that the failure touched are not counted. */
        STANDS_STILL,
        /** So long after the day of recovery. */
        AFTER_RECOVERY,
        /** As long after recovery as an agency decided. */
        DECIDED_AFTER_RECOVERY,
        /** A day that an agency decided. */
        FIXED,
        /** The deadline stays, lateness until recovery does not count. */
        NOT_COUNTED
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
     * @param says what the public is told
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
            List<Condition> when,
            Effect effect,
            int amount,
            @Nullable Unit unit,
            boolean again,
            boolean moves,
            List<MonthDay> alsoClosed,
            String holidaySource) {}

    /** Something that must hold, and what is said when it does not. */
    record Condition(Expression holds, LocalizedText otherwise) {}

    public ReliefRules {
        rules = Map.copyOf(rules);
    }

    /** Why the rule does not apply to these facts; empty when it does. */
    public Optional<LocalizedText> whyNot(Rule rule, Map<String, ?> given) {
        Map<String, Object> facts = read(given);
        return rule.when().stream()
                .filter(condition -> !condition.holds().holds(facts))
                .map(Condition::otherwise)
                .findFirst();
    }

    /** The facts as conditions read them; refuses what no condition may ask. */
    static Map<String, Object> read(Map<String, ?> given) {
        List<FactError> errors = new ArrayList<>();
        Map<String, Object> facts = Fact.readAll(FACTS, given, "", true, errors);
        if (!errors.isEmpty()) {
            throw new FactsRefused(errors);
        }
        return facts;
    }

    private static Fact flag(String name) {
        return new Fact(name, Fact.Type.BOOL, List.of(), 0, 0, false, false, List.of());
    }

    private static Fact hours(String name) {
        return new Fact(name, Fact.Type.INT, List.of(), 0, Integer.MAX_VALUE, false, 0L, List.of());
    }
}
