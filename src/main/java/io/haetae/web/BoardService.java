package io.haetae.web;

import io.haetae.crisis.CrisisReadService;
import io.haetae.crisis.CrisisRow;
import io.haetae.incident.BoardIncident;
import io.haetae.incident.BoardIncidents;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.notify.Deliveries;
import io.haetae.notify.DeliveryView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the board together: the same number of statements, however many incidents. */
@ApplicationScoped
class BoardService {

    private final BoardIncidents incidents;
    private final CrisisReadService crises;
    private final Deliveries deliveries;
    private final BoardGrouper grouper;
    private final CurrentActor actor;
    private final WebConfig config;
    private final Clock clock;

    BoardService(
            BoardIncidents incidents,
            CrisisReadService crises,
            Deliveries deliveries,
            BoardGrouper grouper,
            CurrentActor actor,
            WebConfig config,
            Clock clock) {
        this.incidents = incidents;
        this.crises = crises;
        this.deliveries = deliveries;
        this.grouper = grouper;
        this.actor = actor;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The board.
     *
     * @param fallback how many incidents are grouped when nothing is asked for
     * @param few up to how many are not
     */
    @Transactional
    public Board board(BoardQuery asked, Grouping fallback, int few) {
        Actor reader = actor.get();
        Instant now = clock.instant();
        BoardIncidents.All all = incidents.all(reader, asked.words());
        List<BoardIncident> open = in(all, IncidentState.OPEN);
        List<CrisisRow> underWay =
                crises.list(reader, true, Page.MAX_LIMIT, null, now).items();
        Grouping grouping = asked.group() == null && open.size() > few ? fallback : asked.group();
        List<BoardGroup> groups = grouping == null
                ? List.of()
                : grouper.groups(
                        grouping,
                        open.stream()
                                .filter(each -> asked.grade() == null || each.rank() == asked.grade())
                                .toList(),
                        underWay,
                        reader,
                        now);
        return new Board(
                asked,
                grouping,
                open,
                in(all, IncidentState.RECOVERED),
                groups,
                all.hidden(),
                underWay,
                storm(all, now),
                messages(reader),
                reader,
                now);
    }

    private static List<BoardIncident> in(BoardIncidents.All all, IncidentState state) {
        return all.items().stream().filter(each -> each.row().state() == state).toList();
    }

    private @Nullable Storm storm(BoardIncidents.All all, Instant now) {
        return Storm.latest(all.items(), config.stormFrom(), now)
                .filter(Storm::running)
                .orElse(null);
    }

    private int messages(Actor reader) {
        var unanswered = new Deliveries.Filter(null, null, DeliveryView.State.SENT, reader.id(), null, null);
        return deliveries
                .list(reader.scope(), unanswered, null, Page.MAX_LIMIT)
                .items()
                .size();
    }
}
