package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.incident.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A crisis as those in whose scope it is see it.
 *
 * @param incidents those that belong to it and that the reader may know of
 * @param recommendations what the rules recommend now, by lead agency
 * @param standing the stage that stands now, by lead agency
 * @param stages every recorded decision, the latest first
 * @param headquarters every body, those that were dissolved too
 * @param withoutLeadAgency systems that are hit and of which the register names no lead agency: nobody issues their stage
 * @param unled codes of the gravest of those, so that somebody can have a lead agency written into the register
 * @param reportDueAt when the next situation report is due, null when none is
 * @param links where the rest of it is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CrisisView(
        String number,
        String title,
        boolean exercise,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closeNote,
        List<Part> incidents,
        List<Recommendation> recommendations,
        Map<String, Stage> standing,
        List<StageView> stages,
        List<HeadquartersView> headquarters,
        int withoutLeadAgency,
        List<String> unled,
        @Nullable Instant reportDueAt,
        Map<String, String> links) {

    public CrisisView {
        incidents = List.copyOf(incidents);
        recommendations = List.copyOf(recommendations);
        stages = List.copyOf(stages);
        headquarters = List.copyOf(headquarters);
        unled = List.copyOf(unled);
    }

    /** An incident that belongs to it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Part(
            String number,
            String title,
            IncidentState state,
            @Nullable Integer failureGrade) {}

    /** The worst stage that stands. */
    public Stage worst() {
        return standing.values().stream().max(Stage::compareTo).orElse(Stage.NONE);
    }

    /** What is recommended to a lead agency. */
    public Optional<Recommendation> recommendedTo(String leadAgency) {
        return recommendations.stream()
                .filter(said -> said.leadAgency().equals(leadAgency))
                .findFirst();
    }
}
