package io.haetae.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who rests on what once systems have taken the place of others. Pure. */
final class Inheritance {

    private Inheritance() {}

    /**
     * The new dependencies of every system concerned. What rested on a former system rests on each latter one, and each
     * latter one on what a former one rested on; a person takes out afterwards what is too much.
     *
     * @param present what each of the systems concerned rests on: the former and latter ones, and what rests on a former
     */
    static Map<String, List<DependencyCommand>> of(
            Collection<String> former, Collection<String> latter, Map<String, Set<DependencyCommand>> present) {
        Set<String> gone = new HashSet<>(former);
        Map<String, Set<DependencyCommand>> wanted = new LinkedHashMap<>();
        present.forEach((code, rests) -> {
            for (String each : gone.contains(code) ? latter : List.of(code)) {
                Set<DependencyCommand> of = wanted.computeIfAbsent(each, none -> new LinkedHashSet<>());
                rests.stream()
                        .flatMap(rest -> successors(rest, gone, latter).stream())
                        .filter(rest -> !rest.on().equals(each))
                        .forEach(of::add);
            }
        });
        Map<String, List<DependencyCommand>> all = new LinkedHashMap<>();
        wanted.forEach((code, rests) -> all.put(code, List.copyOf(rests)));
        former.forEach(code -> all.put(code, List.of()));
        return all;
    }

    private static List<DependencyCommand> successors(
            DependencyCommand rest, Set<String> gone, Collection<String> latter) {
        if (!gone.contains(rest.on())) {
            return List.of(rest);
        }
        List<DependencyCommand> successors = new ArrayList<>();
        latter.forEach(code -> successors.add(new DependencyCommand(code, rest.type())));
        return successors;
    }
}
