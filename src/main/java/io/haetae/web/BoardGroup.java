package io.haetae.web;

import io.haetae.incident.BoardIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Incidents that a board shows together.
 *
 * @param key names the group in addresses
 * @param label as people read it
 * @param path its page, empty without one
 * @param incidents the worst first
 * @param late how many have a deadline that has passed
 * @param exercise whether it holds exercises, which are kept apart from everything real
 */
record BoardGroup(String key, String label, String path, List<BoardIncident> incidents, long late, boolean exercise) {

    private static final int UNGRADED = 5;

    /** Real ones before exercises; then the group with more incidents of the worst grade, and so on down; then the older. */
    static final Comparator<BoardGroup> WORST_FIRST = Comparator.comparing(BoardGroup::exercise)
            .thenComparing(Comparator.comparingLong((BoardGroup group) -> group.count(1))
                    .reversed())
            .thenComparing(Comparator.comparingLong((BoardGroup group) -> group.count(2))
                    .reversed())
            .thenComparing(Comparator.comparingLong((BoardGroup group) -> group.count(3))
                    .reversed())
            .thenComparing(Comparator.comparingLong((BoardGroup group) -> group.count(4))
                    .reversed())
            .thenComparing(Comparator.comparingInt(BoardGroup::size).reversed())
            .thenComparing(BoardGroup::since)
            .thenComparing(BoardGroup::key);

    BoardGroup {
        incidents = List.copyOf(incidents);
    }

    static BoardGroup of(
            String key, String label, String path, List<BoardIncident> incidents, boolean exercise, Instant now) {
        long late = incidents.stream().filter(each -> each.isLate(now)).count();
        return new BoardGroup(key, label, path, incidents, late, exercise);
    }

    public int size() {
        return incidents.size();
    }

    /** How many have this failure grade; 0 for those without one. */
    public long count(int grade) {
        int rank = grade == 0 ? UNGRADED : grade;
        return incidents.stream().filter(each -> each.rank() == rank).count();
    }

    /** How many nobody has answered. */
    public long unanswered() {
        return incidents.stream().filter(BoardIncident::isUnanswered).count();
    }

    /** Since when the oldest goes on. */
    public Instant since() {
        return incidents.stream()
                .map(BoardIncident::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
