package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class FailureGradePropertiesTest {

    private static final WorstOfRules RULES = RuleFixture.failureGrade();

    @Provide
    Arbitrary<Map<String, Object>> groups() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("STOPPED", "DEGRADED", "NORMAL", "UNKNOWN"),
                        Arbitraries.longs().between(0, 5000),
                        Arbitraries.of("AVAILABLE", "PARTIAL", "NONE", "UNKNOWN"),
                        Arbitraries.of("NONE", "SUSPECTED", "CONFIRMED", "UNRECOVERABLE", "UNKNOWN"),
                        Arbitraries.of(true, false))
                .as((grade, service, minutes, substitute, data, major) -> Map.<String, Object>of(
                        "systemGrade",
                        grade,
                        "service",
                        service,
                        "stoppedMinutes",
                        minutes,
                        "degradedMinutes",
                        minutes,
                        "substitute",
                        substitute,
                        "data",
                        data,
                        "major",
                        major));
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> lists() {
        return groups().list().ofMaxSize(4);
    }

    private static WorstOfResult evaluate(String kind, List<Map<String, Object>> groups, long people) {
        return RULES.evaluateStrictly(Map.of("kind", kind, "groups", groups, "people", people));
    }

    @Property(tries = 300)
    void every_fact_has_a_grade_and_a_reason_of_that_grade(
            @ForAll("lists") List<Map<String, Object>> groups, @ForAll @LongRange(max = 3_000_000) long people) {
        WorstOfResult result = evaluate("FAILURE", groups, people);

        assertThat(result.grade()).isBetween(1, 4);
        assertThat(result.reasons().get(0).grade()).isEqualTo(result.grade());
    }

    @Property(tries = 300)
    void one_more_system_or_more_people_never_make_it_milder(
            @ForAll("lists") List<Map<String, Object>> groups,
            @ForAll("groups") Map<String, Object> another,
            @ForAll @LongRange(max = 2_000_000) long people,
            @ForAll @LongRange(max = 2_000_000) long more) {
        List<Map<String, Object>> larger = new ArrayList<>(groups);
        larger.add(another);

        assertThat(evaluate("FAILURE", larger, people + more).grade())
                .isLessThanOrEqualTo(evaluate("FAILURE", groups, people).grade());
    }

    @Property(tries = 300)
    void the_grade_it_foretells_is_the_grade_it_has_then_and_not_before(
            @ForAll("lists") List<Map<String, Object>> groups) {
        WorstOfResult now = evaluate("FAILURE", groups, 0);
        WorstOfResult.Worse worse = now.nextGrade().worse();
        if (worse == null) {
            assertThat(evaluate("FAILURE", later(groups, 10_000), 0).grade()).isEqualTo(now.grade());
        } else {
            assertThat(evaluate("FAILURE", later(groups, worse.inMinutes() - 1), 0)
                            .grade())
                    .isEqualTo(now.grade());
            assertThat(evaluate("FAILURE", later(groups, worse.inMinutes()), 0).grade())
                    .isEqualTo(worse.grade());
        }
    }

    @Property(tries = 300)
    void a_feared_failure_is_one_milder_at_most(@ForAll("lists") List<Map<String, Object>> groups) {
        int failed = evaluate("FAILURE", groups, 0).grade();

        assertThat(evaluate("FEARED", groups, 0).grade()).isEqualTo(Math.min(4, failed + 1));
    }

    private static List<Map<String, Object>> later(List<Map<String, Object>> groups, long minutes) {
        return groups.stream()
                .map(group -> {
                    Map<String, Object> later = new HashMap<>(group);
                    later.put("stoppedMinutes", minutesOf(group, "stoppedMinutes") + minutes);
                    later.put("degradedMinutes", minutesOf(group, "degradedMinutes") + minutes);
                    return later;
                })
                .toList();
    }

    private static long minutesOf(Map<String, Object> group, String field) {
        return (Long) Objects.requireNonNull(group.get(field));
    }
}
