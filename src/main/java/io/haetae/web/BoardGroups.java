package io.haetae.web;

import io.haetae.incident.BoardIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts incidents into groups. One that touches two sites stands in both, so that neither looks better than it is; the
 * counts of a whole board are therefore never sums of its groups.
 */
final class BoardGroups {

    /** Key of the group of what belongs to none. */
    static final String NONE = "-";

    /** Key of the group of exercises. */
    static final String EXERCISE = "exercise";

    private BoardGroups() {}

    /**
     * What a grouping needs to know.
     *
     * @param keys in which groups an incident stands; in none of them when empty
     * @param label of a key
     * @param path page of a key, empty without one
     */
    record By(
            Function<BoardIncident, List<String>> keys,
            Function<String, String> label,
            Function<String, String> path) {}

    /** The groups, the worst first; the order within each is that of the incidents. */
    static List<BoardGroup> of(List<BoardIncident> incidents, By by, Instant now) {
        Map<String, List<BoardIncident>> grouped = new LinkedHashMap<>();
        for (BoardIncident incident : incidents) {
            List<String> keys =
                    incident.row().exercise() ? List.of(EXERCISE) : by.keys().apply(incident);
            for (String key : keys.isEmpty() ? List.of(NONE) : keys) {
                grouped.computeIfAbsent(key, none -> new ArrayList<>()).add(incident);
            }
        }
        return grouped.entrySet().stream()
                .map(each -> BoardGroup.of(
                        each.getKey(),
                        by.label().apply(each.getKey()),
                        by.path().apply(each.getKey()),
                        each.getValue(),
                        each.getKey().equals(EXERCISE),
                        now))
                .sorted(BoardGroup.WORST_FIRST)
                .toList();
    }
}
