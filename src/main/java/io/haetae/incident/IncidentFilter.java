package io.haetae.incident;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to list.
 *
 * @param state in one of these states; any when empty
 * @param failureGrade of this failure grade
 * @param institution concerning this institution or one below it
 * @param system affecting this system
 * @param q words of the title, or a number
 * @param exercise exercises only, or none of them; both when null
 */
public record IncidentFilter(
        @QueryParam("state") List<IncidentState> state,
        @QueryParam("failureGrade") @Nullable Integer failureGrade,
        @QueryParam("institution") @Nullable String institution,
        @QueryParam("system") @Nullable String system,
        @QueryParam("q") @Nullable String q,
        @QueryParam("exercise") @Nullable Boolean exercise) {

    public IncidentFilter {
        state = state == null ? List.of() : List.copyOf(state);
    }
}
