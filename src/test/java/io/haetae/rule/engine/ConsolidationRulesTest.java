package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.YamlRefused;
import io.haetae.rule.engine.ConsolidationRules.Answer;
import io.haetae.rule.engine.ConsolidationRules.Finding;
import io.haetae.rule.engine.ConsolidationRules.Judged;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsolidationRulesTest {

    private static final String FILE = "consolidation/product-default/1.yaml";
    private static final ConsolidationRules RULES = (ConsolidationRules) RuleFixture.shipped(FILE);

    private static Judged judge(@Nullable Integer grade, Object... facts) {
        Map<String, BigDecimal> named = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put(facts[i].toString(), new BigDecimal(facts[i + 1].toString()));
        }
        return RULES.judge(grade, named);
    }

    @ParameterizedTest
    @CsvSource({
        "USERS, 9999, YES",
        "USERS, 10000, NO",
        "TRANSACTIONS, 49999, YES",
        "TRANSACTIONS, 50000, NO",
        "SATISFACTION, 59.99, YES",
        "SATISFACTION, 60, NO",
        "RESPONSE_MILLIS, 3001, YES",
        "RESPONSE_MILLIS, 3000, NO",
        "AVAILABILITY, 98.9999, YES",
        "AVAILABILITY, 99.0000, NO",
        "COST_PER_USE, 10000.01, YES",
        "COST_PER_USE, 10000, NO"
    })
    void a_criterion_is_low_on_one_side_of_its_limit_and_not_on_the_other(String fact, String value, Answer low) {
        Judged judged = judge(3, fact, value);

        assertThat(judged.use().stream().filter(one -> one.criterion().fact().equals(fact)))
                .allSatisfy(one -> assertThat(one.low()).isEqualTo(low));
        assertThat(judged.performance().stream()
                        .filter(one -> one.criterion().fact().equals(fact)))
                .allSatisfy(one -> assertThat(one.low()).isEqualTo(low));
        assertThat(judged.use().size() + judged.performance().size()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"1, NO", "2, NO", "3, YES", "4, YES"})
    void only_grade_three_and_lower_is_looked_at(int grade, Answer candidate) {
        assertThat(judge(grade, "USERS", 5, "SATISFACTION", 5).candidate()).isEqualTo(candidate);
    }

    @Test
    void a_system_without_a_grade_is_unknown_unless_it_is_used_or_performs_well() {
        assertThat(judge(null, "USERS", 5, "SATISFACTION", 5).candidate()).isEqualTo(Answer.UNKNOWN);
        assertThat(judge(null, "USERS", 10000, "SATISFACTION", 5).candidate()).isEqualTo(Answer.NO);
    }

    @Test
    void use_is_low_when_all_that_is_known_of_it_is_low() {
        assertThat(judge(3, "USERS", 5).lowUse()).isEqualTo(Answer.YES);
        assertThat(judge(3, "USERS", 5, "TRANSACTIONS", 50000).lowUse()).isEqualTo(Answer.NO);
        assertThat(judge(3).lowUse()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void performance_is_poor_by_one_criterion_and_good_only_when_all_are_known() {
        assertThat(judge(3, "SATISFACTION", 59).lowPerformance()).isEqualTo(Answer.YES);
        assertThat(judge(3, "SATISFACTION", 60).lowPerformance()).isEqualTo(Answer.UNKNOWN);
        assertThat(judge(3, "SATISFACTION", 60, "RESPONSE_MILLIS", 1, "AVAILABILITY", 100, "COST_PER_USE", 1)
                        .lowPerformance())
                .isEqualTo(Answer.NO);
    }

    /** What a whole register is not measured for. */
    @Test
    void what_is_the_same_for_the_worst_and_the_best_availability_is_the_same_for_every_other() {
        String[] values = {"", "1", "9999999"};
        for (int grade = 2; grade <= 3; grade++) {
            for (int i = 0; i < 243; i++) {
                Map<String, BigDecimal> facts = new HashMap<>();
                int rest = i;
                for (String fact :
                        List.of("USERS", "TRANSACTIONS", "SATISFACTION", "RESPONSE_MILLIS", "COST_PER_USE")) {
                    String value = values[rest % 3];
                    rest /= 3;
                    if (!value.isEmpty()) {
                        facts.put(fact, new BigDecimal(value));
                    }
                }
                Answer worst = with(grade, facts, "0");
                if (worst == with(grade, facts, "100")) {
                    assertThat(RULES.judge(grade, facts).candidate()).isEqualTo(worst);
                    assertThat(with(grade, facts, "98.9999")).isEqualTo(worst);
                    assertThat(with(grade, facts, "99")).isEqualTo(worst);
                }
            }
        }
    }

    private static Answer with(int grade, Map<String, BigDecimal> facts, String availability) {
        Map<String, BigDecimal> all = new HashMap<>(facts);
        all.put("AVAILABILITY", new BigDecimal(availability));
        return RULES.judge(grade, all).candidate();
    }

    @Test
    void a_reason_names_value_and_limit_and_what_is_unknown_has_none() {
        Finding users = judge(3, "USERS", 1234).use().get(0);
        assertThat(users.why().ko()).isEqualTo("연간 이용자 1,234명(기준: 10,000명 미만)");
        assertThat(users.why().en()).isEqualTo("1,234 users in the year (low below 10,000)");
        assertThat(judge(3, "AVAILABILITY", "98.7500")
                        .performance()
                        .get(2)
                        .why()
                        .en())
                .isEqualTo("Availability 98.75 % (low below 99 %)");
        assertThat(judge(3).use().get(0).value()).isNull();
    }

    @Test
    void a_file_that_contradicts_its_examples_or_names_a_criterion_twice_is_refused() {
        String text = RuleFixture.text(FILE);
        assertThatThrownBy(() -> RuleFixture.read(FILE, text.replace("below: 10000", "below: 9999")))
                .isInstanceOf(YamlRefused.class)
                .hasMessageContaining("the example expects YES but the rules say NO");
        assertThatThrownBy(() -> RuleFixture.read(FILE, text.replace("id: transactions", "id: users")))
                .isInstanceOf(YamlRefused.class)
                .hasMessageContaining("criterion users stands twice");
        assertThatThrownBy(() ->
                        RuleFixture.read(FILE, text.replace("      above: 3000", "      above: 3000\n      below: 1")))
                .isInstanceOf(YamlRefused.class);
    }
}
