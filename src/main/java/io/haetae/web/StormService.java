package io.haetae.web;

import io.haetae.duty.SummariesTold;
import io.haetae.incident.BoardIncident;
import io.haetae.incident.BoardIncidents;
import io.haetae.intake.StormAlerts;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what there is to know of a storm, for those incidents of it that the reader may see. */
@ApplicationScoped
class StormService {

    private final BoardIncidents incidents;
    private final StormAlerts alerts;
    private final SummariesTold summaries;
    private final BoardGrouper grouper;
    private final CurrentActor actor;
    private final WebConfig config;
    private final Clock clock;

    StormService(
            BoardIncidents incidents,
            StormAlerts alerts,
            SummariesTold summaries,
            BoardGrouper grouper,
            CurrentActor actor,
            WebConfig config,
            Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.summaries = summaries;
        this.grouper = grouper;
        this.actor = actor;
        this.config = config;
        this.clock = clock;
    }

    /** The latest storm, or all that came since a time. */
    @Transactional
    public StormSheet sheet(@Nullable Instant since) {
        Actor reader = actor.get();
        Instant now = clock.instant();
        List<BoardIncident> all = incidents.all(reader, null).items();
        Storm storm = since == null ? Storm.latest(all, config.stormFrom(), now).orElse(null) : Storm.since(all, since);
        if (storm == null || storm.incidents().isEmpty()) {
            return new StormSheet(null, List.of(), List.of(), Map.of(), List.of(), now);
        }
        List<String> numbers =
                storm.incidents().stream().map(each -> each.row().number()).toList();
        List<BoardGroup> causes = grouper.groups(Grouping.CAUSE, storm.incidents(), List.of(), reader, now).stream()
                .filter(group -> !group.key().equals(BoardGroups.NONE))
                .toList();
        return new StormSheet(
                storm,
                alerts.bySystem(numbers),
                causes,
                alerts.proposed(numbers),
                summaries.since(storm.since(), reader),
                now);
    }
}
