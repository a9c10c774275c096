package io.haetae.procedure.engine;

import io.haetae.kernel.YamlPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that one list of steps is a way: every step can be reached, the end can be reached from every step, and no loop
 * runs without a person who does something in it.
 */
final class FlowCheck {

    private final Manual manual;
    private final Map<String, YamlPart> parts = new LinkedHashMap<>();
    private final Map<String, Set<String>> edges = new LinkedHashMap<>();
    private final Map<String, Set<String>> byThemselves = new LinkedHashMap<>();

    FlowCheck(Manual manual, List<YamlPart> steps) {
        this.manual = manual;
        steps.forEach(step -> parts.put(step.text("id"), step));
    }

    void check() {
        parts.forEach(this::link);
        String first = parts.keySet().iterator().next();
        Set<String> reached = new HashSet<>(List.of(first));
        reached.addAll(reachable(first, edges));
        parts.forEach((id, part) -> {
            if (!reached.contains(id)) {
                part.problem("step '" + id + "' can never be reached");
            } else if (!reachable(id, edges).contains(Step.END)) {
                part.problem("no way leads from step '" + id + "' to the end");
            }
        });
        parts.entrySet().stream()
                .filter(step -> reachable(step.getKey(), byThemselves).contains(step.getKey()))
                .findFirst()
                .ifPresent(step -> step.getValue()
                        .problem("steps go round in a loop in which nobody does anything: "
                                + new TreeSet<>(reachable(step.getKey(), byThemselves))));
    }

    private void link(String id, YamlPart part) {
        Step step = manual.place(id).step();
        Set<String> targets = edges.computeIfAbsent(id, any -> new LinkedHashSet<>());
        Set<String> automatic = byThemselves.computeIfAbsent(id, any -> new LinkedHashSet<>());
        if (step.kind() == StepKind.DECISION) {
            part.list("options").forEach(option -> targets.add(target(id, option, "next")));
            if (part.has("next")) {
                targets.add(target(id, part, "next"));
            }
        } else {
            targets.add(target(id, part, "next"));
        }
        if (part.has("approval")) {
            targets.add(target(id, part.at("approval"), "rejected"));
            if (part.at("approval").has("expired")) {
                automatic.add(target(id, part.at("approval"), "expired"));
            }
        }
        targets.addAll(automatic);
        if (!needsPeople(step)) {
            automatic.addAll(targets);
        }
    }

    /** A jump that leads nowhere is said at once, and counts as the end. */
    private String target(String id, YamlPart owner, String field) {
        if (!owner.has(field)) {
            List<String> order = new ArrayList<>(parts.keySet());
            int following = order.indexOf(id) + 1;
            return following < order.size() ? order.get(following) : Step.END;
        }
        String next = owner.text(field);
        if (next.equals(Step.END) || parts.containsKey(next)) {
            return next;
        }
        owner.at(field)
                .problem(
                        manual.find(next).isPresent()
                                ? "step '" + next + "' stands in another list; a step leads only to steps of its own"
                                : "there is no step '" + next + "'");
        return Step.END;
    }

    private static boolean needsPeople(Step step) {
        return step.kind().isDoneByPeople()
                || step.branches().stream()
                        .flatMap(branch -> branch.steps().stream())
                        .anyMatch(FlowCheck::needsPeople);
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> edges) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (String target : edges.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(target)) {
                    open.add(target);
                }
            }
        }
        return seen;
    }
}
