package io.haetae.remedy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an institution as its reader may see it.
 *
 * @param guideline number of the guideline that asks for it
 * @param authority that issued it and decides
 * @param dueAt the first instant at which what is awaited is late; null when nothing is awaited
 * @param dueOn the last day for it
 * @param completion what the authority asked to be completed last, while it is awaited
 * @param inForce number of the edition accepted last; null when none was
 * @param draft what is being written; null for everybody but the institution and those above it
 * @param editions handed in, the newest first
 * @param covers what the register says now of the systems it covers
 * @param acts every step taken, in order
 * @param exercise 훈련, as its guideline is
 * @param former institutions that were merged, from which it came
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanView(
        String number,
        String guideline,
        String guidelineTitle,
        String authority,
        String institution,
        LocalizedText institutionName,
        PlanState state,
        @Nullable Instant dueAt,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable Completion completion,
        @Nullable Integer inForce,
        @Nullable Draft draft,
        List<Edition> editions,
        Covered covers,
        List<Act> acts,
        boolean exercise,
        List<String> former,
        List<String> allowed,
        int version)
        implements Versioned {

    /** 보완 요청. */
    public record Completion(String text, LocalDate until, Instant at) {}

    /** The edition being written. */
    public record Draft(int number, PlanText text, Instant savedAt, String savedBy, List<PlanFile> files) {}

    /**
     * An edition that was handed in.
     *
     * @param covered what the register said then
     */
    public record Edition(
            int number,
            PlanText text,
            Instant at,
            String by,
            @Nullable String documentNumber,
            boolean late,
            Covered covered,
            List<PlanFile> files) {}

    /**
     * A step that was taken.
     *
     * @param rule name of the rule it followed
     */
    public record Act(
            String rule,
            Instant at,
            String name,
            String institution,
            @Nullable String text,
            @Nullable LocalDate dueOn,
            @Nullable Integer edition,
            boolean late) {}

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
