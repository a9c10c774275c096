package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.YamlRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the product default on both sides of its limit stands among the file's own examples; here is what it says. */
class CrisisStageRulesTest {

    private static final WorstOfRules RULES = RuleFixture.crisisStage();

    private static String stage(Map<String, ?> facts) {
        return RULES.words().get(RULES.evaluateStrictly(facts).grade() - 1);
    }

    @Test
    void the_stages_are_named_worst_first() {
        assertThat(RULES.words()).containsExactly("SERIOUS", "ALERT", "CAUTION", "ATTENTION", "NONE");
    }

    @Test
    void the_reason_names_what_was_counted() {
        WorstOfResult result = RULES.evaluateStrictly(Map.of("total", 647));

        assertThat(result.reasons().get(0).criterion()).isEqualTo("systems");
        assertThat(result.reasons().get(0).why().ko()).isEqualTo("미복구 시스템 647개 — 기준 200개 이상");
        assertThat(result.reasons().get(0).why().en()).isEqualTo("647 systems not restored — limit 200");
    }

    @Test
    void time_alone_brings_the_alert_stage_after_six_hours_and_is_foretold() {
        WorstOfResult result = RULES.evaluateStrictly(Map.of(
                "total", 1, "gradeOne", 1, "stopped", List.of(Map.of("names", List.of("GOV24"), "minutes", 300))));

        assertThat(result.grade()).isEqualTo(5);
        WorstOfResult.Worse worse = Objects.requireNonNull(result.nextGrade().worse());
        assertThat(worse.grade()).isEqualTo(2);
        assertThat(worse.inMinutes()).isEqualTo(60);
        assertThat(RULES.limits()).containsExactly(60L, 360L);
    }

    @ParameterizedTest
    @CsvSource({
        // as published in 2025: 심각 → 경계 at 676 of 709, → 주의 at 696, lifted at 709
        "SERIOUS, 640, SERIOUS",
        "SERIOUS, 676, ALERT",
        "ALERT, 676, ALERT",
        "ALERT, 694, ALERT",
        "ALERT, 696, CAUTION",
        "CAUTION, 708, CAUTION",
        "CAUTION, 709, NONE"
    })
    void the_step_downs_of_2025_are_recommended_at_their_published_figures(
            String standing, int restored, String recommended) {
        assertThat(stage(Map.of(
                        "standing",
                        standing,
                        "total",
                        709,
                        "restored",
                        restored,
                        "gradeOne",
                        40,
                        "gradeOneRestored",
                        40,
                        "places",
                        List.of(Map.of("name", List.of("NIRS-DAEJEON"), "kind", "SITE")),
                        "failures",
                        List.of(Map.of("failureGrade", restored == 709 ? 0 : 1)))))
                .isEqualTo(recommended);
    }

    @Property(tries = 300)
    void more_systems_restored_never_recommend_a_worse_stage(
            @ForAll @IntRange(min = 1, max = 800) int total,
            @ForAll @IntRange(max = 800) int restored,
            @ForAll @IntRange(max = 100) int more,
            @ForAll @IntRange(max = 4) int standing) {
        int before = Math.min(restored, total);
        int after = Math.min(before + more, total);
        String stands = RULES.words().get(standing);

        assertThat(RULES.evaluateStrictly(Map.of("standing", stands, "total", total, "restored", after))
                        .grade())
                .isGreaterThanOrEqualTo(
                        RULES.evaluateStrictly(Map.of("standing", stands, "total", total, "restored", before))
                                .grade());
    }

    @Test
    void a_stage_that_is_none_of_the_law_is_refused_with_its_place() {
        String broken = RuleFixture.text("crisis-stage/product-default/1.yaml")
                .replace(
                        "grade: SERIOUS\n        when: 'total - restored >= 200'",
                        "grade: PANIC\n        when: 'total - restored >= 200'");

        assertThatThrownBy(() -> RuleFixture.read("crisis-stage/product-default/1.yaml", broken))
                .isInstanceOf(YamlRefused.class)
                .hasMessageContaining("1.yaml:");
    }
}
