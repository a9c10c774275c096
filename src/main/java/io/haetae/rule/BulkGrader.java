package io.haetae.rule;

import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.Scheme;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** One version of the rules for system grades, asked about many systems without words; safe to share. */
public final class BulkGrader {

    private final GradingRules rules;
    private final List<Floor> floors;

    BulkGrader(GradingRules rules) {
        this.rules = rules;
        this.floors = rules.scheme().leanings().stream().map(Floor::of).toList();
    }

    /**
     * A floor under what others lean on.
     *
     * @param types of dependencies that count
     * @param depth how many steps away a dependent may be
     */
    public record Floor(Set<String> types, int depth) {

        static Floor of(Scheme.LeaningFloor floor) {
            return new Floor(floor.types(), floor.depth());
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

    /** The floors under what others lean on. */
    public List<Floor> floors() {
        return floors;
    }

    /** The grade by the facts alone; empty when they do not suffice. Facts it does not ask for are left aside. */
    public OptionalInt grade(Map<String, ?> facts) {
        try {
            return OptionalInt.of(rules.gradeOf(facts));
        } catch (FactsRefused refused) {
            return OptionalInt.empty();
        }
    }
}
