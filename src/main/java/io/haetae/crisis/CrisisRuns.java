package io.haetae.crisis;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.RunHappening;
import io.haetae.procedure.RunSubject;
import io.haetae.procedure.SubjectView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What runs are about in a crisis: the stage of one lead agency, {@code CRI-2026-0001/MOIS}. */
@ApplicationScoped
class CrisisRuns implements RunSubject {

    private final Crises crises;
    private final StageRecords stages;
    private final InstitutionService institutions;
    private final Clock clock;

    CrisisRuns(Crises crises, StageRecords stages, InstitutionService institutions, Clock clock) {
        this.crises = crises;
        this.stages = stages;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** The id of a lead agency's part in a crisis. */
    static String id(Crisis crisis, String leadAgency) {
        return crisis.number + "/" + leadAgency;
    }

    @Override
    public String kind() {
        return CrisisNotices.CRISIS;
    }

    @Override
    public Set<String> readable() {
        return Set.of("stage");
    }

    @Override
    public Set<String> writable() {
        return Set.of();
    }

    @Override
    public Optional<SubjectView> find(String id) {
        String agency = agency(id);
        return crisis(id).flatMap(crisis -> institutions
                .find(agency)
                .map(institution -> new SubjectView(
                        kind(),
                        id,
                        crisis.title + " – " + institution.name().ko(),
                        "/crisis/" + crisis.number,
                        Set.copyOf(crisis.scope),
                        crisis.needToKnow,
                        crisis.exercise,
                        List.of(agency),
                        Map.of("DETECTED", crisis.openedAt, "RECOGNISED", crisis.openedAt),
                        null)));
    }

    /** The stage that stands now, by which a playbook ends when another one takes its place. */
    @Override
    public Map<String, Object> facts(String id) {
        Instant now = clock.instant();
        return crisis(id)
                .<Map<String, Object>>map(crisis -> Map.of(
                        "stage",
                        StageRecords.standing(stages.of(crisis.id), agency(id), now)
                                .name()))
                .orElse(Map.of());
    }

    @Override
    public void record(String id, Map<String, JsonNode> facts) {
        if (!facts.isEmpty()) {
            throw Refusal.field("/" + facts.keySet().iterator().next(), "unknown-field", id);
        }
    }

    /** A crisis has no timeline of its own; the run's page and the journal tell it. */
    @Override
    public void told(String id, RunHappening happening) {}

    private Optional<Crisis> crisis(String id) {
        return crises.find("number", id.split("/", 2)[0]).firstResultOptional();
    }

    private static String agency(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(slash + 1);
    }
}
