package io.haetae.crisis;

import io.haetae.incident.IncidentHeads;
import io.haetae.incident.IncidentImpacts;
import io.haetae.kernel.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a crisis together as others see it. */
@ApplicationScoped
class CrisisViews {

    private final CrisisIncidents incidents;
    private final IncidentHeads heads;
    private final IncidentImpacts impacts;
    private final StageRecords stages;
    private final HeadquartersRecords headquarters;
    private final ReportClock reportClock;
    private final Clock clock;

    CrisisViews(
            CrisisIncidents incidents,
            IncidentHeads heads,
            IncidentImpacts impacts,
            StageRecords stages,
            HeadquartersRecords headquarters,
            ReportClock reportClock,
            Clock clock) {
        this.incidents = incidents;
        this.heads = heads;
        this.impacts = impacts;
        this.stages = stages;
        this.headquarters = headquarters;
        this.reportClock = reportClock;
        this.clock = clock;
    }

    CrisisView view(Crisis crisis, List<Recommendation> recommended, Actor reader) {
        Instant now = clock.instant();
        List<String> numbers = incidents.numbers(crisis.id);
        List<StageView> records = stages.of(crisis.id);
        Map<String, Stage> standing = new LinkedHashMap<>(StageRecords.standing(records, now));
        standing.values().removeIf(stage -> stage == Stage.NONE);
        return new CrisisView(
                crisis.number,
                crisis.title,
                crisis.exercise,
                crisis.openedAt,
                crisis.openedBy,
                crisis.closedAt,
                crisis.closedBy,
                crisis.closeNote,
                parts(numbers, reader),
                recommended,
                standing,
                records,
                headquarters.of(crisis.id, now),
                impacts.counts(numbers, now).stream()
                        .filter(count -> count.leadAgency() == null)
                        .mapToInt(IncidentImpacts.Count::total)
                        .sum(),
                impacts.unled(numbers, now),
                reportClock.dueAt(crisis, standing).orElse(null),
                links(crisis));
    }

    /** What keeps a crisis from being closed: stages and headquarters that stand. */
    List<String> standing(Crisis crisis, Instant now) {
        List<String> standing = new ArrayList<>();
        StageRecords.standing(stages.of(crisis.id), now).forEach((agency, stage) -> {
            if (stage != Stage.NONE) {
                standing.add(agency + " " + stage);
            }
        });
        headquarters.of(crisis.id, now).stream()
                .filter(HeadquartersView::stands)
                .forEach(body -> standing.add(body.institution() + " " + body.kind()));
        return standing;
    }

    private List<CrisisView.Part> parts(List<String> numbers, Actor reader) {
        return heads.heads(numbers).stream()
                .filter(head -> head.visibleTo(reader))
                .map(head -> new CrisisView.Part(head.number(), head.title(), head.state(), head.failureGrade()))
                .toList();
    }

    private static Map<String, String> links(Crisis crisis) {
        String base = "/api/v1/crises/" + crisis.number;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("stages", base + "/stages");
        links.put("headquarters", base + "/headquarters");
        links.put("reports", base + "/reports");
        links.put("board", base + "/board");
        links.put("runs", "/api/v1/runs?subject=" + crisis.number);
        return links;
    }
}
