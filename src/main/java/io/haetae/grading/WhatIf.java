package io.haetae.grading;

import io.haetae.rule.BulkGrader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules would make of a whole register: pure, without words, in memory. A system whose facts do not suffice keeps
 * its confirmed grade; what leans on a system counts with the grade that its own facts would give it.
 */
final class WhatIf {

    /** Grades that a floor can raise to. */
    private static final int MILDEST = 4;

    private final List<Subject> subjects;
    private final int[] own;
    private final int[] grades;
    private final boolean[] byFacts;
    private final Graph graph;

    /**
     * One system.
     *
     * @param grade its confirmed grade, null while it has none
     * @param facts behind that grade, with what the register knows
     */
    record Subject(UUID id, @Nullable Integer grade, Map<String, Object> facts) {}

    /** One dependency. */
    record Lean(UUID system, UUID on, String type) {}

    WhatIf(
            List<Subject> subjects,
            List<Lean> leans,
            Function<Map<String, Object>, OptionalInt> rules,
            List<BulkGrader.Floor> floors) {
        this.subjects = List.copyOf(subjects);
        this.own = new int[subjects.size()];
        this.byFacts = new boolean[subjects.size()];
        for (int i = 0; i < own.length; i++) {
            Subject subject = subjects.get(i);
            OptionalInt graded = rules.apply(subject.facts());
            byFacts[i] = graded.isPresent();
            own[i] = graded.orElse(subject.grade() == null ? 0 : subject.grade());
        }
        this.graph = new Graph(subjects, leans);
        this.grades = own.clone();
        floors.forEach(this::raise);
    }

    /** The grade that a system has now, 0 for none. */
    int before(int index) {
        Integer grade = subjects.get(index).grade();
        return grade == null ? 0 : grade;
    }

    /** The grade that it would have, 0 for none. */
    int after(int index) {
        return grades[index];
    }

    /** The grade by its facts alone, or its confirmed one. */
    int own(int index) {
        return own[index];
    }

    /** Whether its facts sufficed. */
    boolean isByFacts(int index) {
        return byFacts[index];
    }

    int size() {
        return own.length;
    }

    /**
     * What decides under a floor: of what leans on a system within its reach the best graded, of two the nearer, of two as
     * near the one that comes first; by the shortest way. Empty when nothing that has a grade leans on it.
     */
    Optional<Way> cause(int index, BulkGrader.Floor floor) {
        Map<Integer, Step> before = new HashMap<>();
        List<Integer> frontier = List.of(index);
        int best = -1;
        for (int depth = 1; depth <= floor.depth() && !frontier.isEmpty(); depth++) {
            List<Integer> next = new ArrayList<>();
            for (int from : frontier) {
                for (Step step : graph.leaning(from)) {
                    boolean counts = floor.types().contains(step.type()) && step.from() != index;
                    if (counts && before.putIfAbsent(step.from(), new Step(from, step.type())) == null) {
                        next.add(step.from());
                    }
                }
            }
            best = better(best, next);
            if (best >= 0 && own[best] <= grades[index]) {
                break; // no floor asks for more than the worst of them
            }
            frontier = next;
        }
        return best < 0 ? Optional.empty() : Optional.of(way(index, best, before));
    }

    /** The better graded of what was found before and what is found now, which is farther away. */
    private int better(int best, List<Integer> level) {
        int found = level.stream()
                .filter(one -> own[one] > 0)
                .min(Comparator.<Integer>comparingInt(one -> own[one]).thenComparing(Comparator.naturalOrder()))
                .orElse(-1);
        return found >= 0 && (best < 0 || own[found] < own[best]) ? found : best;
    }

    private static Way way(int index, int end, Map<Integer, Step> before) {
        List<Step> steps = new ArrayList<>();
        for (int at = end;
                at != index;
                at = Objects.requireNonNull(before.get(at)).from()) {
            steps.add(0, new Step(at, Objects.requireNonNull(before.get(at)).type()));
        }
        return new Way(end, List.copyOf(steps));
    }

    /** One step: the system that leans, and how. */
    record Step(int from, String type) {}

    /** A way outwards from a system, nearest first. */
    record Way(int end, List<Step> steps) {}

    /** From the systems of each grade, the most important first, as far as the floor reaches. */
    private void raise(BulkGrader.Floor floor) {
        for (int grade = 1; grade < MILDEST; grade++) {
            int[] distance = new int[own.length];
            Arrays.fill(distance, -1);
            ArrayDeque<Integer> frontier = new ArrayDeque<>();
            for (int i = 0; i < own.length; i++) {
                if (own[i] == grade) {
                    distance[i] = 0;
                    frontier.add(i);
                }
            }
            while (!frontier.isEmpty()) {
                int from = frontier.poll();
                if (distance[from] < floor.depth()) {
                    spread(from, grade, floor.types(), distance, frontier);
                }
            }
        }
    }

    private void spread(int from, int grade, Set<String> types, int[] distance, ArrayDeque<Integer> frontier) {
        for (Step step : graph.on(from)) {
            int on = step.from();
            if (distance[on] < 0 && types.contains(step.type())) {
                distance[on] = distance[from] + 1;
                frontier.add(on);
                if (grades[on] > grade) {
                    grades[on] = grade;
                }
            }
        }
    }

    /** The dependencies by index, both ways. */
    private static final class Graph {

        private final List<List<Step>> on = new ArrayList<>();
        private final List<List<Step>> leaning = new ArrayList<>();

        Graph(List<Subject> subjects, List<Lean> leans) {
            Map<UUID, Integer> index = new HashMap<>(subjects.size() * 2);
            for (int i = 0; i < subjects.size(); i++) {
                index.put(subjects.get(i).id(), i);
                on.add(new ArrayList<>(4));
                leaning.add(new ArrayList<>(4));
            }
            for (Lean lean : leans) {
                Integer system = index.get(lean.system());
                Integer target = index.get(lean.on());
                if (system != null && target != null) {
                    on.get(system).add(new Step(target, lean.type()));
                    leaning.get(target).add(new Step(system, lean.type()));
                }
            }
        }

        List<Step> on(int system) {
            return on.get(system);
        }

        List<Step> leaning(int target) {
            return leaning.get(target);
        }
    }
}
