package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.register.RestorationOrder.Edge;
import io.haetae.register.RestorationOrder.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which order systems are brought back: dependency first, grade second. */
class RestorationOrderTest {

    @Test
    void nothing_comes_back_before_what_it_depends_on_however_good_its_grade() {
        assertThat(codes(Map.of("PORTAL", 1, "AUTH", 3), new Edge("PORTAL", "AUTH")))
                .containsExactly("AUTH", "PORTAL");
    }

    @Test
    void of_what_could_come_next_the_better_grade_does_and_the_ungraded_last() {
        Map<String, @Nullable Integer> grades = new HashMap<>(Map.of("C", 3, "A", 1, "B", 2));
        grades.put("Z", null);
        assertThat(RestorationOrder.of(grades, List.of()))
                .extracting(Step::system)
                .containsExactly("A", "B", "C", "Z");
    }

    @Test
    void what_a_better_system_rests_on_comes_before_a_lesser_one_that_stands_alone() {
        assertThat(codes(
                        Map.of("PORTAL", 1, "AUTH", 4, "SWITCH", 4, "MAIL", 2),
                        new Edge("PORTAL", "AUTH"),
                        new Edge("AUTH", "SWITCH")))
                .containsExactly("SWITCH", "AUTH", "PORTAL", "MAIL");
    }

    @Test
    void of_equals_the_one_that_holds_up_more_comes_first() {
        assertThat(codes(
                        Map.of("A", 2, "B", 2, "X", 2, "Y", 2, "Z", 2),
                        new Edge("X", "B"),
                        new Edge("Y", "B"),
                        new Edge("Z", "A")))
                .startsWith("B", "A");
    }

    @Test
    void in_a_circle_the_one_that_waits_for_the_fewest_begins_without_the_others_and_says_so() {
        List<Step> steps = RestorationOrder.of(
                Map.of("A", 2, "B", 1, "C", 3),
                List.of(new Edge("A", "B"), new Edge("B", "A"), new Edge("C", "A"), new Edge("B", "C")));
        assertThat(steps).extracting(Step::system).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(steps.get(0).without()).isNotEmpty();
        assertThat(steps.subList(1, 3))
                .allSatisfy(step -> assertThat(step.without()).isEmpty());
    }

    @Test
    void what_waits_for_nothing_of_each_other_is_of_one_round() {
        List<Step> steps = RestorationOrder.of(
                Map.of("BASE", 1, "A", 1, "B", 2, "TOP", 1),
                List.of(new Edge("A", "BASE"), new Edge("B", "BASE"), new Edge("TOP", "A"), new Edge("TOP", "B")));
        assertThat(steps)
                .filteredOn(step -> step.round() == 2)
                .extracting(Step::system)
                .containsExactly("A", "B");
        assertThat(steps)
                .filteredOn(step -> step.system().equals("TOP"))
                .extracting(Step::round)
                .containsExactly(3);
    }

    @Property(tries = 200)
    void every_system_comes_back_once_and_after_all_it_says_it_comes_after(@ForAll("edges") Set<Edge> edges) {
        Map<String, @Nullable Integer> grades = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            grades.put("S" + i, i % 5 == 0 ? null : Integer.valueOf(i % 5));
        }
        List<Step> steps = RestorationOrder.of(grades, edges);
        assertThat(steps).extracting(Step::system).containsExactlyInAnyOrderElementsOf(grades.keySet());
        Set<String> back = new HashSet<>();
        for (Step step : steps) {
            assertThat(back).containsAll(step.after());
            assertThat(step.without()).noneMatch(back::contains);
            Set<String> on = edges.stream()
                    .filter(edge -> edge.system().equals(step.system()))
                    .map(Edge::on)
                    .collect(Collectors.toSet());
            Set<String> said = new HashSet<>(step.after());
            said.addAll(step.without());
            assertThat(said).isEqualTo(on);
            back.add(step.system());
        }
    }

    @Provide
    Arbitrary<Set<Edge>> edges() {
        Arbitrary<String> systems = Arbitraries.integers().between(0, 11).map(i -> "S" + i);
        return Combinators.combine(systems, systems)
                .as(Edge::new)
                .filter(edge -> !edge.system().equals(edge.on()))
                .set()
                .ofMaxSize(30);
    }

    private static List<String> codes(Map<String, Integer> grades, Edge... edges) {
        return RestorationOrder.of(new HashMap<>(grades), List.of(edges)).stream()
                .map(Step::system)
                .toList();
    }
}
