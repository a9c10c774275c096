package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemGradeRulesTest {

    private final WeightedRules rules = RuleFixture.systemGrade();

    private WeightedResult evaluate(String impact, long users, long systems) {
        return rules.evaluate(Map.of("businessImpact", impact, "annualUsers", users, "affectedSystems", systems));
    }

    @Test
    void full_impact_many_users_and_wide_spread_score_one_hundred() {
        WeightedResult result = evaluate("ACTUAL_LOSS", 30_000_000, 250);

        assertThat(result.grade()).isEqualTo(1);
        assertThat(result.score()).isEqualTo(new BigDecimal("100.0"));
        assertThat(result.cutOff()).isEqualTo(new WeightedResult.CutOff(1, new BigDecimal("90")));
        assertThat(result.criteria())
                .extracting(WeightedResult.Criterion::criterion, WeightedResult.Criterion::points)
                .containsExactly(
                        tuple("businessImpact", new BigDecimal("40")),
                        tuple("annualUsers", new BigDecimal("50")),
                        tuple("affectedSystems", new BigDecimal("10")));
        assertThat(result.criteria().get(1).why().ko()).isEqualTo("연간 사용자 30,000,000명(10,000,000명 이상 구간): 50점 중 50점");
        assertThat(result.nextGrade().higher()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"100.0,1", "90,1", "89.9,2", "85,2", "84.9,3", "80,3", "79.9,4", "0,4"})
    void cut_offs_belong_to_the_better_grade(BigDecimal score, int grade) {
        assertThat(rules.cutOff(score).grade()).isEqualTo(grade);
    }

    @Test
    void it_says_which_single_change_would_raise_the_grade() {
        WeightedResult.Step higher = Objects.requireNonNull(
                evaluate("ACTUAL_LOSS", 9_999_999, 0).nextGrade().higher());

        assertThat(higher.grade()).isEqualTo(1);
        assertThat(higher.points()).isEqualTo(new BigDecimal("4.0"));
        assertThat(higher.together()).isFalse();
        assertThat(higher.changes())
                .extracting(WeightedResult.Change::criterion, WeightedResult.Change::fact)
                .containsExactly(tuple("annualUsers", 10_000_000L), tuple("affectedSystems", 5L));
    }

    @Test
    void it_says_which_single_change_would_lower_the_grade() {
        WeightedResult.Step lower = Objects.requireNonNull(
                evaluate("ACTUAL_LOSS", 10_000_000, 0).nextGrade().lower());

        assertThat(lower.grade()).isEqualTo(2);
        assertThat(lower.points()).isEqualTo(new BigDecimal("0.1"));
        assertThat(lower.changes())
                .extracting(WeightedResult.Change::criterion, WeightedResult.Change::fact)
                .containsExactly(tuple("businessImpact", "SERVICE_DISRUPTION"), tuple("annualUsers", 9_999_999L));
    }

    @Test
    void when_no_single_fact_suffices_it_says_which_would_together() {
        WeightedResult.Step higher =
                Objects.requireNonNull(evaluate("LIMITED", 0, 0).nextGrade().higher());

        assertThat(higher.points()).isEqualTo(new BigDecimal("54.0"));
        assertThat(higher.together()).isTrue();
        assertThat(higher.changes())
                .extracting(WeightedResult.Change::criterion)
                .containsExactly("annualUsers", "businessImpact");
    }

    @Test
    void every_wrong_fact_is_named_with_what_is_allowed() {
        FactsRefused refused = catchThrowableOfType(
                FactsRefused.class,
                () -> rules.evaluate(Map.of("businessImpact", "HUGE", "annualUsers", "many", "users", 3)));

        assertThat(refused.errors())
                .containsExactly(
                        new FactError(
                                "/businessImpact",
                                FactError.Kind.NOT_ALLOWED,
                                "HUGE",
                                "ACTUAL_LOSS, SERVICE_DISRUPTION, INTERNAL_DISRUPTION, LIMITED"),
                        new FactError("/annualUsers", FactError.Kind.WRONG_TYPE, "many", "0 … 1000000000000"),
                        new FactError("/affectedSystems", FactError.Kind.MISSING, "", "0 … 1000000000000"),
                        new FactError(
                                "/users", FactError.Kind.UNKNOWN, "3", "businessImpact, annualUsers, affectedSystems"));
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000000000001", "9223372036854775807"})
    void a_number_out_of_range_is_refused(long users) {
        FactsRefused refused = catchThrowableOfType(FactsRefused.class, () -> evaluate("LIMITED", users, 0));

        assertThat(refused.errors()).extracting(FactError::problem).isEqualTo(List.of(FactError.Kind.NOT_ALLOWED));
    }
}
