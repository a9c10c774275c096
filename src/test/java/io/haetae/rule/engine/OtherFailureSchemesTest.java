package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a scheme for failure grades is data: another country's levels, another sector's limits. */
class OtherFailureSchemesTest {

    @Nested
    class Taiwan {

        private final WorstOfRules rules = (WorstOfRules) RuleFixture.shipped("failure-grade/taiwan-2021/1.yaml");

        private WorstOfResult evaluate(int systemGrade, String service, int stopped, int tolerated) {
            return rules.evaluateStrictly(Map.of(
                    "groups",
                    List.of(Map.of(
                            "systemGrade", systemGrade,
                            "service", service,
                            "stoppedMinutes", stopped,
                            "toleratedMinutes", tolerated,
                            "names", List.of("GOV24")))));
        }

        @ParameterizedTest
        @CsvSource({
            "1,60,60,2",
            "1,61,60,1", // core of critical infrastructure: level 3 within, level 4 beyond
            "2,240,240,3",
            "2,241,240,2", // core: level 2 within, level 3 beyond
            "3,240,240,4",
            "3,241,240,3", // not core: level 1 within, level 2 beyond
            "1,120,0,2",
            "1,121,0,1",
            "2,180,0,3",
            "2,181,0,2",
            "3,480,0,4",
            "3,481,0,3",
            "4,481,0,3"
        })
        void core_and_tolerable_time_make_the_level_on_both_sides(int system, int stopped, int tolerated, int grade) {
            assertThat(evaluate(system, "STOPPED", stopped, tolerated).grade()).isEqualTo(grade);
        }

        @Test
        void it_says_when_the_tolerable_time_of_this_system_will_have_passed() {
            WorstOfResult result = evaluate(2, "STOPPED", 200, 240);

            assertThat(result.nextGrade().worse()).isNotNull();
            assertThat(Objects.requireNonNull(result.nextGrade().worse()).inMinutes())
                    .isEqualTo(41);
            assertThat(Objects.requireNonNull(result.nextGrade().worse()).grade())
                    .isEqualTo(2);
        }

        @Test
        void what_runs_slowly_is_no_interruption() {
            assertThat(evaluate(1, "DEGRADED", 0, 60).grade()).isEqualTo(4);
        }

        @Test
        void its_own_levels_count_upwards() {
            assertThat(rules.scheme().levels())
                    .extracting(level -> level.grade() + " " + level.name().en())
                    .containsExactly("1 Level 4 (most serious)", "2 Level 3", "3 Level 2", "4 Level 1");
        }
    }

    @Nested
    class ElectronicFinance {

        private final WorstOfRules rules = (WorstOfRules) RuleFixture.shipped("failure-grade/efinance-kr-2025/1.yaml");

        @ParameterizedTest
        @CsvSource({"29,,4", "30,,1", "9,10000,4", "10,9999,4", "10,10000,1", "29,9999,4", "30,9999,1"})
        void thirty_minutes_or_ten_with_ten_thousand_subscribers_are_reported(int minutes, Integer people, int grade) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("groups", List.of(Map.of("service", "DEGRADED", "degradedMinutes", minutes)));
            if (people != null) {
                facts.put("people", people);
            }

            assertThat(rules.evaluateStrictly(facts).grade()).isEqualTo(grade);
        }
    }

    @Test
    void only_some_schemes_ask_how_long_a_system_may_stand_still() {
        WorstOfRules taiwan = (WorstOfRules) RuleFixture.shipped("failure-grade/taiwan-2021/1.yaml");

        assertThat(taiwan.asks("groups", "toleratedMinutes")).isTrue();
        assertThat(RuleFixture.failureGrade().asks("groups", "toleratedMinutes"))
                .isFalse();
    }
}
