package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.DutyRules;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a system grade, by one version of the rules (등급별 의무).
 *
 * @param ruleSet {@code kind/name}
 * @param formula of the availability, as published; null where none is
 * @param counts which failures count as time lost: STOPPED, DEGRADED, UNKNOWN
 * @param duties in the order of the rules
 */
public record GradeDuties(
        String ruleSet, String version, @Nullable LocalizedText formula, Set<String> counts, List<Duty> duties) {

    /** When no rules say anything. */
    public static final GradeDuties NONE = new GradeDuties("", "", null, Set.of("STOPPED", "UNKNOWN"), List.of());

    public GradeDuties {
        counts = Set.copyOf(counts);
        duties = List.copyOf(duties);
    }

    /**
     * One duty.
     *
     * @param id of it, such as {@code availability}
     * @param costly whether it bears a cost
     * @param byGrade what it asks of each grade; a grade that is not there has none of it
     * @param limits the same as figures
     */
    public record Duty(
            String id,
            LocalizedText name,
            boolean costly,
            String source,
            Measure measure,
            Map<Integer, LocalizedText> byGrade,
            Map<Integer, Limit> limits) {

        public Duty {
            byGrade = Map.copyOf(byGrade);
            limits = Map.copyOf(limits);
        }

        /** What it asks of a grade as a figure, null for nothing. */
        public @Nullable Limit limit(int grade) {
            return limits.get(grade);
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

    /** How a duty is seen to be met. */
    public enum Measure {
        AVAILABILITY,
        LONGEST_FAILURE,
        DONE_WITHIN,
        STATED
    }

    /**
     * What is asked as a figure.
     *
     * @param percent at least, of an availability
     * @param minutes at most, of a failure
     * @param days at most, since it was done last
     */
    public record Limit(
            @Nullable BigDecimal percent,
            @Nullable Integer minutes,
            @Nullable Integer days) {}

    /** The duties of a grade, in the order of the rules. */
    public List<Duty> of(int grade) {
        return duties.stream().filter(duty -> duty.byGrade().containsKey(grade)).toList();
    }

    /** The availability asked of a grade, if one is. */
    public Optional<BigDecimal> availability(int grade) {
        return of(grade).stream()
                .filter(duty -> duty.measure() == Measure.AVAILABILITY)
                .map(duty -> duty.limit(grade))
                .filter(Objects::nonNull)
                .map(Limit::percent)
                .filter(Objects::nonNull)
                .findFirst();
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
                rules.formula(),
                rules.counts(),
                rules.duties().stream().map(GradeDuties::duty).toList());
    }

    private static Duty duty(DutyRules.Duty duty) {
        Map<Integer, Limit> limits = new HashMap<>();
        duty.limits()
                .forEach(
                        (grade, limit) -> limits.put(grade, new Limit(limit.percent(), limit.minutes(), limit.days())));
        return new Duty(
                duty.id(),
                duty.name(),
                duty.costly(),
                duty.source(),
                Measure.valueOf(duty.measure().name()),
                duty.byGrade(),
                limits);
    }
}
