package io.haetae.remedy.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a list.
 *
 * @param dueAt the first instant at which what is awaited is late; null when nothing is awaited
 * @param editions how many were handed in
 * @param handedInAt when the last of them was
 * @param handedInLate whether that was too late
 * @param former institutions that were merged, from which it came
 * @param seq its place in the list; for the cursor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanRow(
        String number,
        String guideline,
        String guidelineTitle,
        String institution,
        LocalizedText institutionName,
        PlanState state,
        @Nullable Instant dueAt,
        boolean overdue,
        int editions,
        @Nullable Instant handedInAt,
        boolean handedInLate,
        boolean exercise,
        List<String> former,
        @JsonIgnore long seq) {}
