package io.haetae.crisis;

import io.haetae.incident.IncidentHeads;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers what a report states, and words its first draft in Korean: reports go to Korean bodies. */
@ApplicationScoped
class ReportDraft {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm", Locale.KOREAN);

    private final CrisisReadService reading;
    private final CrisisViews views;
    private final Recommendations recommendations;
    private final StageRecords stages;
    private final IncidentHeads heads;
    private final Texts texts;

    ReportDraft(
            CrisisReadService reading,
            CrisisViews views,
            Recommendations recommendations,
            StageRecords stages,
            IncidentHeads heads,
            Texts texts) {
        this.reading = reading;
        this.views = views;
        this.recommendations = recommendations;
        this.stages = stages;
        this.heads = heads;
        this.texts = texts;
    }

    ReportFacts facts(Crisis crisis, Instant asOf, Actor actor) {
        CrisisView view = views.view(crisis, List.of(), actor);
        return new ReportFacts(
                reading.board(crisis, asOf),
                openly(view),
                standing(stages.of(crisis.id), asOf),
                view.headquarters().stream()
                        .filter(body -> !body.at().isAfter(asOf))
                        .filter(body ->
                                body.dissolvedAt() == null || body.dissolvedAt().isAfter(asOf))
                        .map(body -> new ReportFacts.Body(
                                body.kind(),
                                body.institution(),
                                body.head() == null ? null : body.head().name(),
                                body.at()))
                        .toList(),
                recommendations.now(crisis.id, asOf).stream()
                        .filter(Recommendation::asksForChange)
                        .map(said -> new ReportFacts.Advice(
                                said.leadAgency(),
                                said.stage(),
                                said.reasons().isEmpty()
                                        ? null
                                        : said.reasons().get(0).why().ko()))
                        .toList());
    }

    /** A report goes far: what only those concerned may know of stands in none. */
    private List<CrisisView.Part> openly(CrisisView view) {
        Set<String> known = heads
                .heads(view.incidents().stream().map(CrisisView.Part::number).toList())
                .stream()
                .filter(head -> !head.needToKnow())
                .map(IncidentHeads.Head::number)
                .collect(Collectors.toSet());
        return view.incidents().stream()
                .filter(part -> known.contains(part.number()))
                .toList();
    }

    private static Map<String, ReportFacts.Standing> standing(List<StageView> records, Instant asOf) {
        Map<String, ReportFacts.Standing> standing = new TreeMap<>();
        StageRecords.standing(records, asOf).forEach((agency, stage) -> {
            if (stage != Stage.NONE) {
                StageView latest = StageView.counting(records).stream()
                        .filter(record -> record.leadAgency().equals(agency)
                                && !record.at().isAfter(asOf))
                        .findFirst()
                        .orElseThrow();
                standing.put(
                        agency,
                        new ReportFacts.Standing(
                                stage,
                                latest.at(),
                                latest.decidedBy().position() + " "
                                        + latest.decidedBy().name()));
            }
        });
        return standing;
    }

    /** What people wrote; where they wrote nothing about the situation, the figures in words. */
    ReportText filledIn(Crisis crisis, ReportText text, ReportFacts facts) {
        if (text.situation() != null) {
            return text;
        }
        String figures = texts.text(
                Locale.KOREAN,
                "crisis.report.figures",
                Map.of(
                        "title", crisis.title,
                        "asOf", TIME.format(facts.board().asOf().atZone(Zones.SEOUL)),
                        "total", facts.board().total(),
                        "restored", facts.board().restored(),
                        "percent", facts.board().percent()));
        return new ReportText(figures, text.actions(), text.plans());
    }
}
