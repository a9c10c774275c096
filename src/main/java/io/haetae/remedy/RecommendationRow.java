package io.haetae.remedy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation in a list.
 *
 * @param dueAt the first instant at which what is awaited now is late; null when nothing is awaited
 * @param responsible who the plan in force says does it
 * @param seq its place in the list; for the cursor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RecommendationRow(
        String number,
        Basis basis,
        RemedyState state,
        String institution,
        String recommendedBy,
        String title,
        LocalDate receivedOn,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable String responsible,
        boolean exercise,
        @JsonIgnore long seq) {}
