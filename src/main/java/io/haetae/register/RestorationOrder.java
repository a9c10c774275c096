package io.haetae.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In which order systems are brought back: nothing before what it depends on, and of what could come next the system of the
 * best grade. What a system of grade 1 rests on counts as grade 1 itself, or the better system would wait for the lesser.
 * Where systems depend on each other in a circle, the best of them begins without the others, and that is said.
 */
final class RestorationOrder {

    private static final int UNGRADED = 5;

    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
    private final Map<String, Set<String>> heldUp = new HashMap<>();

    /** One that depends on another. */
    record Edge(String system, String on) {}

    /**
     * One step.
     *
     * @param round systems of one round can be brought back side by side
     * @param after what had to be there before
     * @param without what it depends on and has to begin without, because of a circle
     */
    record Step(String system, int round, List<String> after, List<String> without) {}

    private RestorationOrder(Map<String, @Nullable Integer> grades, Collection<Edge> edges) {
        grades.forEach((system, grade) -> {
            ranks.put(system, grade == null ? UNGRADED : grade);
            waitsFor.put(system, new TreeSet<>());
            heldUp.put(system, new TreeSet<>());
        });
        for (Edge edge : edges) {
            if (ranks.containsKey(edge.system())
                    && ranks.containsKey(edge.on())
                    && !edge.system().equals(edge.on())) {
                of(waitsFor, edge.system()).add(edge.on());
                of(heldUp, edge.on()).add(edge.system());
            }
        }
        passDown();
    }

    /**
     * The order.
     *
     * @param grades of all systems to bring back, by code; null while a system has none
     * @param edges dependencies; those that lead elsewhere are left out
     */
    static List<Step> of(Map<String, @Nullable Integer> grades, Collection<Edge> edges) {
        return new RestorationOrder(grades, edges).steps();
    }

    /** What a better system rests on gets its rank. */
    private void passDown() {
        List<String> changed = new ArrayList<>(ranks.keySet());
        while (!changed.isEmpty()) {
            String system = changed.remove(changed.size() - 1);
            int rank = rank(system);
            for (String on : of(waitsFor, system)) {
                if (rank(on) > rank) {
                    ranks.put(on, rank);
                    changed.add(on);
                }
            }
        }
    }

    private List<Step> steps() {
        Comparator<String> best = Comparator.comparing(this::rank)
                .thenComparing(Comparator.comparing(
                                (String system) -> of(heldUp, system).size())
                        .reversed())
                .thenComparing(Comparator.naturalOrder());
        Map<String, Set<String>> missing = new HashMap<>();
        waitsFor.forEach((system, on) -> missing.put(system, new TreeSet<>(on)));
        PriorityQueue<String> ready = new PriorityQueue<>(best);
        TreeSet<String> left = new TreeSet<>(best);
        left.addAll(ranks.keySet());
        left.stream().filter(system -> of(missing, system).isEmpty()).forEach(ready::add);
        Map<String, Integer> rounds = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = ready.isEmpty() ? inACircle(left, missing) : ready.remove();
            left.remove(next);
            Step step = step(next, of(missing, next), rounds);
            rounds.put(next, step.round());
            steps.add(step);
            for (String system : of(heldUp, next)) {
                Set<String> still = of(missing, system);
                if (still.remove(next) && still.isEmpty() && left.contains(system)) {
                    ready.add(system);
                }
            }
        }
        return steps;
    }

    private Step step(String system, Set<String> without, Map<String, Integer> rounds) {
        List<String> after = of(waitsFor, system).stream()
                .filter(on -> !without.contains(on))
                .toList();
        int round = 1
                + after.stream()
                        .mapToInt(on -> rounds.getOrDefault(on, 0))
                        .max()
                        .orElse(0);
        return new Step(system, round, after, List.copyOf(without));
    }

    /** Of those that wait for each other the one that waits for the fewest; the best of these. */
    private static String inACircle(TreeSet<String> left, Map<String, Set<String>> missing) {
        return left.stream()
                .min(Comparator.comparing(system -> of(missing, system).size()))
                .orElseThrow();
    }

    private int rank(String system) {
        return ranks.getOrDefault(system, UNGRADED);
    }

    private static Set<String> of(Map<String, Set<String>> map, String key) {
        return Objects.requireNonNull(map.get(key));
    }
}
