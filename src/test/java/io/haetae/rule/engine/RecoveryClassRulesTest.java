package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryClassRulesTest {

    private final WorstOfRules rules = (WorstOfRules) RuleFixture.shipped("system-grade/dr-2026/1.yaml");

    private SystemVerdict judge(Map<String, Object> facts) {
        return rules.judge(facts, true);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "60,1", "61,2", "720,2", "721,3", "7200,3", "7201,4"})
    void the_time_that_can_be_borne_has_its_class_on_both_sides_of_each_target(int minutes, int grade) {
        assertThat(judge(Map.of("recoveryMinutes", minutes)).grade()).isEqualTo(grade);
        assertThat(rules.gradeOf(Map.of("recoveryMinutes", minutes))).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"LIFE_SAFETY,1", "PARALYSIS,1", "ESSENTIAL_SERVICE,2", "KEY_ADMINISTRATION,3", "OTHER,4", "UNKNOWN,4"})
    void what_a_stop_brings_about_has_its_class(String consequence, int grade) {
        assertThat(judge(Map.of("consequence", consequence)).grade()).isEqualTo(grade);
    }

    @Test
    void each_class_says_its_name_and_its_recovery_target() {
        assertThat(rules.scheme().levels())
                .extracting(GradeLevel::grade, level -> level.name().en().substring(0, 2), GradeLevel::recovery)
                .containsExactly(
                        tuple(1, "A1", new GradeLevel.Recovery("ACTIVE_ACTIVE", 0, 60)),
                        tuple(2, "A2", new GradeLevel.Recovery("ACTIVE_STANDBY", 180, 720)),
                        tuple(3, "A3", new GradeLevel.Recovery("STORAGE", 1440, 7200)),
                        tuple(4, "A4", new GradeLevel.Recovery("STORAGE", 1440, 7200)));
        assertThat(Objects.requireNonNull(
                                judge(Map.of("consequence", "PARALYSIS")).level())
                        .grade())
                .isEqualTo(1);
    }

    @Test
    void the_worst_criterion_decides_and_each_says_why() {
        SystemVerdict verdict = judge(Map.of("consequence", "KEY_ADMINISTRATION", "recoveryMinutes", 60));

        assertThat(verdict.grade()).isEqualTo(1);
        assertThat(verdict.score()).isNull();
        assertThat(verdict.criteria())
                .extracting(one ->
                        one.criterion() + " " + one.grade() + " " + one.why().ko())
                .containsExactly("recoveryMinutes 1 60분 안에 복구해야 함 — A1 목표 60분 이내", "consequence 3 주요 행정업무를 처리함");
    }

    @Test
    void people_are_asked_what_the_register_does_not_know() {
        assertThat(rules.questions()).extracting(Question::id).containsExactly("consequence", "recoveryMinutes");
        assertThat(rules.questions()).allMatch(Question::mayBeLeftOut);
        assertThat(rules.questions().get(0).choices())
                .extracting(Question.Choice::value)
                .isEqualTo(List.of(
                        "LIFE_SAFETY", "PARALYSIS", "ESSENTIAL_SERVICE", "KEY_ADMINISTRATION", "OTHER", "UNKNOWN"));
    }
}
