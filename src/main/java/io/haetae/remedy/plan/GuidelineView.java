package io.haetae.remedy.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guideline, and how far the plans are, as far as the reader may see them.
 *
 * @param plansDueAt the first instant at which a plan would be late
 * @param plansDueOn the last day for a plan
 * @param renewalDueOn the last day of its three years
 * @param renewalDue whether they have run out and no later one was issued
 * @param succeeded whether a later one was issued
 * @param exercise 훈련
 * @param former authorities that were merged, from which it came
 * @param seq its place in the list; for the cursor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GuidelineView(
        String number,
        String authority,
        String title,
        String text,
        @Nullable String documentNumber,
        LocalDate issuedOn,
        Instant recordedAt,
        String recordedBy,
        Instant plansDueAt,
        LocalDate plansDueOn,
        LocalDate renewalDueOn,
        boolean renewalDue,
        boolean succeeded,
        boolean exercise,
        List<String> former,
        Standing standing,
        List<PlanFile> files,
        @JsonIgnore long seq) {

    /**
     * How many plans stand where.
     *
     * @param late of those awaited or to be completed, how many have passed their time
     */
    public record Standing(
            int plans, int awaited, int late, int handedIn, int completionRequested, int accepted, int released) {

        /** Plans that are owed. */
        public int owed() {
            return plans - released;
        }

        /** Plans that have come and need nothing more of their institutions now. */
        public int done() {
            return handedIn + accepted;
        }

        /** Percent handed in or accepted of those owed. */
        public int percent() {
            return owed() == 0 ? 100 : 100 * done() / owed();
        }
    }
}
