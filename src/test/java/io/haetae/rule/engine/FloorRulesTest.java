package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FloorRulesTest {

    private static final String FILE = "system-grade/mois-2024/2.yaml";

    private final WeightedRules rules = (WeightedRules) RuleFixture.shipped(FILE);

    private static Map<String, Object> facts(long users) {
        return Map.of("businessImpact", "INTERNAL_DISRUPTION", "annualUsers", users, "affectedSystems", 0);
    }

    private static Leaning leaning(int grade, String... codesAndTypes) {
        List<Leaning.Hop> hops = new ArrayList<>();
        for (int i = 0; i < codesAndTypes.length; i += 2) {
            String code = codesAndTypes[i];
            hops.add(new Leaning.Hop(code, new LocalizedText(code + " 시스템", code), codesAndTypes[i + 1]));
        }
        return new Leaning(grade, hops);
    }

    private SystemVerdict with(Leaning... leanings) {
        return rules.scheme().with(rules.judge(facts(100_000), true), List.of(leanings));
    }

    /** 2023: 새올 (grade 1) logged in through GPKI, which was graded 3; its failure took the network down. */
    @Test
    void the_authentication_that_took_the_network_down_is_graded_no_worse_than_what_logs_in_through_it() {
        SystemVerdict alone = with();
        SystemVerdict verdict =
                with(leaning(1, "SAEOL", "AUTHENTICATION"), leaning(2, "SAEOL", "AUTHENTICATION", "GOV24", "NETWORK"));

        assertThat(alone.grade()).isEqualTo(4);
        assertThat(verdict.grade()).isEqualTo(1);
        assertThat(verdict.withoutFloors()).isEqualTo(4);
        assertThat(verdict.score()).isEqualTo(new BigDecimal("60.0"));
        assertThat(verdict.floors()).hasSize(1);
        assertThat(verdict.floors().get(0).chain())
                .extracting(hop -> hop.code() + " " + hop.type())
                .containsExactly("SAEOL AUTHENTICATION");
        assertThat(verdict.floors().get(0).why().ko())
                .isEqualTo("1등급인 SAEOL 시스템(SAEOL)이(가) 의존함: SAEOL 시스템(SAEOL) → 이 시스템");
    }

    @Test
    void the_chain_is_shown_from_the_far_end() {
        SystemVerdict verdict = with(leaning(2, "NEAR", "AUTHENTICATION", "FAR", "NETWORK"));

        assertThat(verdict.grade()).isEqualTo(2);
        assertThat(verdict.floors().get(0).why().en())
                .isEqualTo("FAR(FAR), grade 2, depends on it: FAR(FAR) → NEAR(NEAR) → this system");
    }

    @Test
    void a_dependency_of_another_type_or_too_far_away_is_no_floor() {
        assertThat(with(leaning(1, "READER", "DATA")).grade()).isEqualTo(4);
        assertThat(with(leaning(1, "A", "AUTHENTICATION", "B", "DATA")).grade()).isEqualTo(4);
        assertThat(with(leaning(1, "A", "NETWORK", "B", "NETWORK", "C", "NETWORK"))
                        .grade())
                .isEqualTo(1);
        assertThat(with(leaning(1, "A", "NETWORK", "B", "NETWORK", "C", "NETWORK", "D", "NETWORK"))
                        .grade())
                .isEqualTo(4);
    }

    @Test
    void what_is_graded_no_better_raises_nothing() {
        SystemVerdict verdict = with(leaning(4, "OTHER", "AUTHENTICATION"));

        assertThat(verdict.grade()).isEqualTo(4);
        assertThat(verdict.withoutFloors()).isNull();
        assertThat(verdict.floors()).isEmpty();
    }

    @Test
    void a_floor_over_facts_is_cel_and_raises_what_the_points_leave_too_low() {
        String text = RuleFixture.text(FILE)
                .replace("dependencyFloors:", """
                        floors:
                          - id: widelyUsed
                            when: 'affectedSystems >= 100 && businessImpact == "ACTUAL_LOSS"'
                            grade: 2
                            source: trial
                            why: { ko: 널리 쓰임, en: widely used }
                        dependencyFloors:""")
                .replace("affectedSystems: 250 }, grade: 4", "affectedSystems: 250 }, grade: 2");
        WeightedRules floored = (WeightedRules) RuleFixture.read(FILE, text);
        Map<String, Object> under = Map.of("businessImpact", "ACTUAL_LOSS", "annualUsers", 5, "affectedSystems", 99);
        Map<String, Object> over = Map.of("businessImpact", "ACTUAL_LOSS", "annualUsers", 5, "affectedSystems", 100);

        assertThat(floored.judge(under, true).grade()).isEqualTo(4);
        assertThat(floored.judge(over, true).grade()).isEqualTo(2);
        assertThat(floored.gradeOf(over)).isEqualTo(2);
        assertThat(floored.judge(over, true).floors())
                .extracting(SystemVerdict.Floor::id)
                .containsExactly("widelyUsed");
    }

    @Test
    void a_floor_that_asks_for_what_is_not_there_is_refused_with_its_place() {
        String text = RuleFixture.text(FILE).replace("dependencyFloors:", """
                        floors:
                          - id: one
                            when: 'affectedSistems >= 100'
                            grade: 2
                            source: trial
                            why: { ko: 가, en: a }
                        dependencyFloors:""");
        YamlRefused refused = catchThrowableOfType(YamlRefused.class, () -> RuleFixture.read(FILE, text));

        assertThat(refused.problems()).hasSize(1);
        YamlProblem problem = refused.problems().get(0);
        int line =
                (int) text.substring(0, text.indexOf("affectedSistems")).lines().count();
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(11);
        assertThat(problem.reason()).contains("undeclared reference to 'affectedSistems'");
    }

    @Test
    void floors_and_levels_that_contradict_themselves_are_refused() {
        assertThat(problems("depth: 3", "depth: 0")).anyMatch(reason -> reason.contains("minimum"));
        assertThat(problems("types: [AUTHENTICATION, NETWORK, FACILITY]", "types: [LOGIN]"))
                .anyMatch(reason -> reason.contains("enumeration"));
        assertThat(
                        problems(
                                "dependencyFloors:",
                                "levels: [{ grade: 1, name: { ko: 가, en: a } }, { grade: 1, name: { ko: 나, en: b } }]\ndependencyFloors:"))
                .containsExactly("grade 1 is named twice");
    }

    private static List<String> problems(String from, String to) {
        String text = RuleFixture.text(FILE).replace(from, to);
        return catchThrowableOfType(YamlRefused.class, () -> RuleFixture.read(FILE, text)).problems().stream()
                .map(YamlProblem::reason)
                .toList();
    }

    @Property
    void more_that_leans_on_it_never_makes_a_system_less_important(
            @ForAll @LongRange(max = 20_000_000) long users,
            @ForAll @IntRange(min = 1, max = 4) int one,
            @ForAll @IntRange(min = 1, max = 4) int other) {
        SystemVerdict alone = rules.judge(facts(users), true);
        Leaning first = leaning(one, "A", "AUTHENTICATION");
        Leaning second = leaning(other, "B", "NETWORK");

        SystemVerdict with = rules.scheme().with(alone, List.of(first));
        SystemVerdict more = rules.scheme().with(alone, List.of(first, second));

        assertThat(with.grade()).isEqualTo(Math.min(alone.grade(), one));
        assertThat(more.grade()).isEqualTo(Math.min(with.grade(), other));
    }
}
