package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.DutyRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a system grade, by one version of the rules (등급별 의무).
 *
 * @param ruleSet {@code kind/name}
 * @param duties in the order of the rules
 */
public record GradeDuties(String ruleSet, String version, List<Duty> duties) {

    /** When no rules say anything. */
    public static final GradeDuties NONE = new GradeDuties("", "", List.of());

    public GradeDuties {
        duties = List.copyOf(duties);
    }

    /**
     * One duty.
     *
     * @param id of it, such as {@code availability}
     * @param costly whether it bears a cost
     * @param byGrade what it asks of each grade; a grade that is not there has none of it
     */
    public record Duty(String id, LocalizedText name, boolean costly, Map<Integer, LocalizedText> byGrade) {

        public Duty {
            byGrade = Map.copyOf(byGrade);
        }

        /** What becomes of it when a system moves from one grade to another; 0 stands for ungraded. */
        public Change between(int from, int to) {
            LocalizedText before = at(from);
            LocalizedText after = at(to);
            if (Objects.equals(before, after)) {
                return Change.SAME;
            }
            return before == null ? Change.GAINED : after == null ? Change.LOST : Change.CHANGED;
        }

        /** What it asks of a grade, null for nothing. */
        public @Nullable LocalizedText at(int grade) {
            return byGrade.get(grade);
        }
    }

    /** What becomes of a duty. */
    public enum Change {
        SAME,
        GAINED,
        LOST,
        /** It stays, and asks for something else. */
        CHANGED
    }

    static GradeDuties of(DutyRules rules) {
        return new GradeDuties(
                rules.header().ruleSet(),
                rules.header().version(),
                rules.duties().stream()
                        .map(duty -> new Duty(duty.id(), duty.name(), duty.costly(), duty.byGrade()))
                        .toList());
    }
}
