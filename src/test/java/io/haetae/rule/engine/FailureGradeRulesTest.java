package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureGradeRulesTest {

    private final WorstOfRules rules = RuleFixture.failureGrade();

    private static Map<String, Object> group(int systemGrade, String service, long minutes) {
        return Map.of(
                "systemGrade",
                systemGrade,
                "service",
                service,
                "stoppedMinutes",
                minutes,
                "substitute",
                "AVAILABLE",
                "names",
                List.of("GOV24", "GPKI"),
                "count",
                3);
    }

    private WorstOfResult evaluate(Map<String, Object> facts) {
        return rules.evaluateStrictly(facts);
    }

    @Test
    void the_worst_criterion_wins_and_each_says_why() {
        WorstOfResult result = evaluate(Map.of(
                "groups", List.of(group(1, "STOPPED", 130)), "spread", Map.of("systems", 3), "people", 1_200_000));

        assertThat(result.grade()).isEqualTo(1);
        assertThat(result.reasons())
                .extracting(WorstOfResult.Reason::criterion)
                .containsExactly("gradeOneService", "people", "spread");
        assertThat(result.reasons().get(0).why().ko()).isEqualTo("1등급 시스템 GOV24, GPKI(총 3개) 130분째 중단 — 기준 120분 이상");
        assertThat(result.reasons().get(1).why().en()).isEqualTo("1,200,000 people unable to use it — limit 1,000,000");
    }

    @Test
    void it_says_when_time_alone_will_make_it_worse() {
        WorstOfResult result = evaluate(Map.of("groups", List.of(group(1, "STOPPED", 119))));

        assertThat(result.grade()).isEqualTo(2);
        assertThat(result.nextGrade().worse())
                .isEqualTo(new WorstOfResult.Worse(
                        1,
                        1,
                        "gradeOneService",
                        new LocalizedText(
                                "1등급 시스템 GOV24, GPKI(총 3개) 120분째 중단 — 기준 120분 이상",
                                "Grade 1: GOV24, GPKI (3 in all) stopped for 120 min — limit 120 min")));
        assertThat(result.nextGrade().milder()).isEqualTo(new WorstOfResult.Milder(3, List.of("gradeOneService")));
    }

    @Test
    void of_several_groups_the_soonest_limit_counts() {
        WorstOfResult result = evaluate(Map.of("groups", List.of(group(2, "STOPPED", 100), group(2, "STOPPED", 170))));

        assertThat(result.grade()).isEqualTo(3);
        assertThat(result.nextGrade().worse()).extracting("inMinutes").isEqualTo(10L);
    }

    @Test
    void at_the_worst_grade_time_changes_nothing() {
        WorstOfResult result = evaluate(Map.of("lifeSafety", true, "groups", List.of(group(2, "STOPPED", 0))));

        assertThat(result.grade()).isEqualTo(1);
        assertThat(result.nextGrade().worse()).isNull();
    }

    @Test
    void the_limits_are_those_of_the_table() {
        assertThat(rules.limits()).containsExactly(60L, 120L, 180L, 480L, 720L, 4320L);
    }

    @Test
    void there_is_always_a_reason() {
        WorstOfResult result = evaluate(Map.of());

        assertThat(result.grade()).isEqualTo(4);
        assertThat(result.reasons()).extracting(WorstOfResult.Reason::criterion).containsExactly("otherwise");
        assertThat(result.nextGrade().milder()).isNull();
    }

    @Test
    void a_feared_failure_is_one_grade_milder_and_says_so() {
        WorstOfResult result =
                evaluate(Map.of("kind", "FEARED", "groups", List.of(group(1, "STOPPED", 0)), "security", "CONFIRMED"));

        assertThat(result.grade()).isEqualTo(2);
        assertThat(result.reasons())
                .extracting(reason -> reason.criterion() + " " + reason.grade())
                .containsExactly("security 2", "gradeOneService 3", "feared 4");
    }

    @Test
    void every_wrong_fact_is_named_with_what_is_allowed() {
        FactsRefused refused = catchThrowableOfType(
                FactsRefused.class,
                () -> evaluate(Map.of(
                        "groups",
                        List.of(Map.of("service", "DOWN", "count", 0, "colour", "red")),
                        "people",
                        "many",
                        "lifeSafety",
                        "yes")));

        assertThat(refused.errors())
                .extracting(error -> error.pointer() + " " + error.problem())
                .containsExactly(
                        "/groups/0/service NOT_ALLOWED",
                        "/groups/0/count NOT_ALLOWED",
                        "/groups/0/colour UNKNOWN",
                        "/people WRONG_TYPE",
                        "/lifeSafety WRONG_TYPE");
    }

    @Test
    void a_fact_the_version_does_not_ask_for_is_left_aside_when_a_room_gives_it() {
        assertThat(rules.evaluateKnown(Map.of("moonPhase", "full")).facts()).doesNotContainKey("moonPhase");
    }
}
