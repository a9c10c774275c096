package io.haetae.incident.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.incident.TimelineEntry;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import io.haetae.remedy.RecommendationRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a review.
 *
 * @param institution that answers for it
 * @param authority that decides on it, null when the institution names none
 * @param statutory whether the decree asks for it; otherwise the product default does
 * @param draftDueAt the first instant at which the draft would be late; null when none is asked for
 * @param dueAt the first instant at which it would be late; null while the incident is open again
 * @param dueOn the last day on which it is in time
 * @param dueWhy how that day is counted
 * @param overdue whether it is awaited and late
 * @param missing needed parts of the content that are not there yet
 * @param figures what the incident says by itself
 * @param course what happened, filled in from the incident; as it stood when the review was handed in, once it was
 * @param recommendations that came of it
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewView(
        UUID id,
        String incident,
        String title,
        String institution,
        @Nullable String authority,
        @Nullable String reviewer,
        ReviewState state,
        @Nullable Integer failureGrade,
        boolean statutory,
        @Nullable Instant draftDueAt,
        @Nullable LocalDate draftDueOn,
        @Nullable Instant draftedAt,
        @Nullable Instant dueAt,
        @Nullable LocalDate dueOn,
        LocalizedText dueWhy,
        boolean overdue,
        @Nullable String ruleSet,
        @Nullable String ruleVersion,
        Content content,
        List<String> missing,
        Figures figures,
        List<TimelineEntry> course,
        @Nullable Instant courseAsOf,
        List<Step> acts,
        List<RecommendationRow> recommendations,
        boolean exercise,
        List<String> allowed,
        int version)
        implements Versioned {

    /**
     * What the incident says.
     *
     * @param awarenessGapSeconds from the first alarm to the moment a person knew
     * @param outageSeconds from its onset to its recovery
     * @param clocksMet deadlines met in time
     * @param clocksLate deadlines met late or not at all
     */
    record Figures(
            @Nullable Instant occurredAt,
            @Nullable Instant detectedAt,
            @Nullable Instant recognisedAt,
            Instant recordedAt,
            @Nullable Instant recoveredAt,
            @Nullable Long awarenessGapSeconds,
            @Nullable Long outageSeconds,
            int systems,
            int clocksMet,
            List<LocalizedText> clocksLate) {

        /** How long it lasted. */
        public @Nullable Duration outage() {
            return outageSeconds == null ? null : Duration.ofSeconds(outageSeconds);
        }

        /** How long nobody knew. */
        public @Nullable Duration gap() {
            return awarenessGapSeconds == null ? null : Duration.ofSeconds(awarenessGapSeconds);
        }
    }

    /** A step that was taken. */
    record Step(
            String rule,
            Instant at,
            String name,
            String institution,
            @Nullable String reason,
            @Nullable String documentNumber,
            boolean late) {}

    /** Whether a needed part is missing. */
    public boolean unfinished() {
        return !missing.isEmpty();
    }

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
