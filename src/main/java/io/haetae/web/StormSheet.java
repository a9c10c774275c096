package io.haetae.web;

import io.haetae.duty.SummariesTold;
import io.haetae.incident.BoardIncident;
import io.haetae.incident.IncidentState;
import io.haetae.intake.StormAlerts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a storm shows.
 *
 * @param storm the storm, null when there is none
 * @param systems alerts by system, the first ones first
 * @param causes what people confirmed as causes, with what it caused
 * @param proposed how many effects are proposed, by number of the cause
 * @param told who got one summary instead of many messages
 * @param now when it was put together
 */
record StormSheet(
        @Nullable Storm storm,
        List<StormAlerts.OfSystem> systems,
        List<BoardGroup> causes,
        Map<String, Integer> proposed,
        List<SummariesTold.Told> told,
        Instant now) {

    private static final int SHOWN = 20;
    private static final int UNGRADED = 5;

    StormSheet {
        systems = List.copyOf(systems);
        causes = List.copyOf(causes);
        proposed = Map.copyOf(proposed);
        told = List.copyOf(told);
    }

    private List<BoardIncident> incidents() {
        return storm == null ? List.of() : storm.incidents();
    }

    /** How many different alerts came in. */
    public long alerts() {
        return systems.stream().mapToLong(StormAlerts.OfSystem::alerts).sum();
    }

    /** How often they were posted. */
    public long received() {
        return systems.stream().mapToLong(StormAlerts.OfSystem::received).sum();
    }

    /** The systems whose first alerts came first. */
    public List<StormAlerts.OfSystem> first() {
        return systems.stream().limit(SHOWN).toList();
    }

    /** How many systems are not named. */
    public int otherSystems() {
        return Math.max(0, systems.size() - SHOWN);
    }

    /** When the first alert of the last system came in; until then new systems joined. */
    public @Nullable Instant lastFirst() {
        return systems.isEmpty() ? null : systems.get(systems.size() - 1).first();
    }

    /** How many of its incidents have this failure grade and go on; 0 for those without one. */
    public long count(int grade) {
        int rank = grade == 0 ? UNGRADED : grade;
        return incidents().stream()
                .filter(each -> each.row().state() == IncidentState.OPEN && each.rank() == rank)
                .count();
    }

    /** How many nobody has answered. */
    public long unanswered() {
        return incidents().stream().filter(BoardIncident::isUnanswered).count();
    }

    /** How many have recovered. */
    public long recovered() {
        return incidents().stream()
                .filter(each -> each.row().state() == IncidentState.RECOVERED)
                .count();
    }

    /** Those whose next deadline has passed, the worst first. */
    public List<BoardIncident> late() {
        return incidents().stream()
                .filter(each -> each.isLate(now))
                .sorted(Comparator.comparing(BoardIncident::rank)
                        .thenComparing(each -> String.valueOf(each.row().nextDueAt())))
                .toList();
    }

    /** The first few of many. */
    public List<BoardIncident> few(List<BoardIncident> of) {
        return of.stream().limit(SHOWN).toList();
    }

    /** How many are not named. */
    public int others(List<BoardIncident> of) {
        return Math.max(0, of.size() - SHOWN);
    }
}
