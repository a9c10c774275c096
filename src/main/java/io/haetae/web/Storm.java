package io.haetae.web;

import io.haetae.incident.BoardIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Many incidents that came one upon another. It begins with the first of them and goes on as long as the next one comes
 * within half an hour (product default).
 *
 * @param incidents of it that are not closed, in the order in which they came
 * @param running whether another one may still come
 */
record Storm(List<BoardIncident> incidents, boolean running) {

    private static final Duration LULL = Duration.ofMinutes(30);

    Storm {
        incidents = List.copyOf(incidents);
    }

    /** The latest storm among what is not closed, if there is one of at least {@code from} incidents. */
    static Optional<Storm> latest(List<BoardIncident> incidents, int from, Instant now) {
        List<BoardIncident> inOrder = inOrder(incidents);
        int first = inOrder.size();
        while (first > 0 && (first == inOrder.size() || follows(inOrder.get(first - 1), inOrder.get(first)))) {
            first--;
        }
        List<BoardIncident> together = inOrder.subList(first, inOrder.size());
        return together.size() < from
                ? Optional.empty()
                : Optional.of(new Storm(
                        together,
                        recorded(together.get(together.size() - 1)).plus(LULL).isAfter(now)));
    }

    /** Everything that came at a time or later. */
    static Storm since(List<BoardIncident> incidents, Instant since) {
        return new Storm(
                inOrder(incidents).stream()
                        .filter(each -> !recorded(each).isBefore(since))
                        .toList(),
                false);
    }

    private static List<BoardIncident> inOrder(List<BoardIncident> incidents) {
        return incidents.stream()
                .filter(each -> !each.row().exercise())
                .sorted(Comparator.comparing(Storm::recorded)
                        .thenComparing(each -> each.row().number()))
                .toList();
    }

    private static boolean follows(BoardIncident earlier, BoardIncident later) {
        return Duration.between(recorded(earlier), recorded(later)).compareTo(LULL) <= 0;
    }

    private static Instant recorded(BoardIncident incident) {
        return incident.row().recordedAt();
    }

    public int size() {
        return incidents.size();
    }

    /** When the first of them came. */
    public Instant since() {
        return recorded(incidents.get(0));
    }
}
