package io.haetae.incident.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A review in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewRow(
        UUID id,
        String incident,
        String title,
        String institution,
        @Nullable String reviewer,
        ReviewState state,
        @Nullable Integer failureGrade,
        boolean statutory,
        @Nullable Instant recoveredAt,
        @Nullable Instant draftDueAt,
        @Nullable Instant draftedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        boolean exercise) {

    /** What is due next: the draft while it is not written, then the whole. */
    public @Nullable Instant nextDue() {
        if (state == ReviewState.SUBMITTED || state == ReviewState.ACCEPTED) {
            return null;
        }
        return draftedAt == null && draftDueAt != null ? draftDueAt : dueAt;
    }
}
