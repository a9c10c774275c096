package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class SystemGradePropertiesTest {

    private static final WeightedRules RULES = RuleFixture.systemGrade();

    @Provide
    Arbitrary<String> impacts() {
        return Arbitraries.of("ACTUAL_LOSS", "SERVICE_DISRUPTION", "INTERNAL_DISRUPTION", "LIMITED");
    }

    private static WeightedResult evaluate(String impact, long users, long systems) {
        return RULES.evaluate(Map.of("businessImpact", impact, "annualUsers", users, "affectedSystems", systems));
    }

    @Property
    void every_fact_has_a_grade_between_1_and_4(
            @ForAll("impacts") String impact,
            @ForAll @LongRange(max = 100_000_000) long users,
            @ForAll @LongRange(max = 20_000) long systems) {
        assertThat(evaluate(impact, users, systems).grade()).isBetween(1, 4);
    }

    @Property
    void more_users_or_wider_spread_never_make_a_system_less_important(
            @ForAll("impacts") String impact,
            @ForAll @LongRange(max = 100_000_000) long users,
            @ForAll @LongRange(max = 100_000_000) long moreUsers,
            @ForAll @LongRange(max = 500) long systems,
            @ForAll @LongRange(max = 500) long moreSystems) {
        WeightedResult less = evaluate(impact, users, systems);
        WeightedResult more = evaluate(impact, users + moreUsers, systems + moreSystems);

        assertThat(more.score()).isGreaterThanOrEqualTo(less.score());
        assertThat(more.grade()).isLessThanOrEqualTo(less.grade());
    }

    @Property
    void each_change_it_names_does_change_the_grade(
            @ForAll("impacts") String impact,
            @ForAll @LongRange(max = 20_000_000) long users,
            @ForAll @LongRange(max = 300) long systems) {
        WeightedResult result = evaluate(impact, users, systems);
        WeightedResult.Step higher = result.nextGrade().higher();
        if (higher != null) {
            assertThat(after(result, higher).grade()).isLessThanOrEqualTo(higher.grade());
        }
        WeightedResult.Step lower = result.nextGrade().lower();
        if (lower != null) {
            assertThat(after(result, lower).grade()).isGreaterThanOrEqualTo(lower.grade());
        }
    }

    private static WeightedResult after(WeightedResult result, WeightedResult.Step step) {
        Map<String, Object> facts = new HashMap<>(result.facts());
        if (step.together()) {
            step.changes().forEach(change -> facts.put(change.criterion(), change.fact()));
        } else {
            WeightedResult.Change first = step.changes().get(0);
            facts.put(first.criterion(), first.fact());
        }
        return RULES.evaluate(facts);
    }
}
