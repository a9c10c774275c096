package io.haetae.incident;

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
        List<IncidentState> state,
        @Nullable Integer failureGrade,
        @Nullable String institution,
        @Nullable String system,
        @Nullable String q,
        @Nullable Boolean exercise) {

    public IncidentFilter {
        state = state == null ? List.of() : List.copyOf(state);
    }
}
