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
 * @param minutes how long that time was
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

    /** The same as people read it, always with two decimals. */
    public String availabilityShown() {
        return availability().toPlainString();
    }

    /** Share of the time in which it ran as it should, in percent with two decimals. */
    public BigDecimal availability() {
        if (minutes == 0) {
            return new BigDecimal("100.00");
        }
        return BigDecimal.valueOf(100L * Math.max(0, minutes - downMinutes))
                .divide(BigDecimal.valueOf(minutes), 2, RoundingMode.DOWN);
    }
}
