package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list of incidents.
 *
 * @param systems how many are affected
 * @param recovered how many of them have fully recovered
 * @param codes of the first few systems
 * @param nextDueAt when its next open clock is due, null without one
 * @param nextDue what is due then
 * @param nextDueName the same as people read it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IncidentRow(
        String number,
        IncidentState state,
        String kind,
        String title,
        @Nullable Integer failureGrade,
        boolean gradeProvisional,
        @Nullable Instant detectedAt,
        Instant recordedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant recoveredAt,
        boolean major,
        boolean exercise,
        int systems,
        int recovered,
        List<String> codes,
        @Nullable Instant nextDueAt,
        @Nullable String nextDue,
        @Nullable LocalizedText nextDueName) {}
