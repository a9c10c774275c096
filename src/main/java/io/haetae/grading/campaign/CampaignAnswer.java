package io.haetae.grading.campaign;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about one system, with what is known of it.
 *
 * @param state where the answer stands
 * @param present the confirmed grade, null while there is none
 * @param assessment the answer, null while there is none or the reader may not know of it
 * @param facts as they were given last; none for a reader who is not of the owner's side
 * @param evidence where they were from
 * @param incidents failures in the twelve months before the review was opened
 * @param downMinutes for how long it did not run as it should in that time
 * @param minutes for how long it was in use in that time; planned work is left out of both
 * @param availability share of it in which it ran as it should, in percent; null when it was not in use
 * @param dueAt until when its institution is to answer
 * @param excusedUntil end of its exception, null without one
 */
public record CampaignAnswer(
        String system,
        LocalizedText systemName,
        String owner,
        State state,
        @Nullable Integer present,
        @Nullable UUID assessment,
        Map<String, Object> facts,
        Map<String, String> evidence,
        int incidents,
        long downMinutes,
        long minutes,
        @Nullable BigDecimal availability,
        Instant dueAt,
        @Nullable Instant excusedUntil) {

    public CampaignAnswer {
        facts = Map.copyOf(facts);
        evidence = Map.copyOf(evidence);
    }

    /** Where an answer stands. */
    public enum State {
        /** Not answered yet. */
        OPEN,
        /** The owner is writing it. */
        DRAFT,
        COMPLETION_REQUESTED,
        SUBMITTED,
        APPEALED,
        NOTIFIED,
        /** Excepted for the time being. */
        EXCUSED;

        /** Whether the owner is to answer. */
        public boolean isToAnswer() {
            return this == OPEN || this == DRAFT || this == COMPLETION_REQUESTED;
        }
    }

    /** The availability as people read it, always with two decimals. */
    public @Nullable String availabilityShown() {
        return availability == null
                ? null
                : availability.setScale(2, RoundingMode.DOWN).toPlainString();
    }
}
