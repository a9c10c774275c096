package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the past that is like another one.
 *
 * @param shared codes of the first systems that both hit
 * @param likeness of the titles, 0 to 1
 * @param cause as it was written down then
 * @param actions what was done then
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SimilarIncident(
        String number,
        String title,
        IncidentState state,
        @Nullable Integer failureGrade,
        Instant recordedAt,
        @Nullable Instant recoveredAt,
        List<String> shared,
        double likeness,
        @Nullable String cause,
        @Nullable String actions) {

    public SimilarIncident {
        shared = List.copyOf(shared);
    }
}
