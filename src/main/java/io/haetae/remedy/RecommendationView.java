package io.haetae.remedy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a recommendation.
 *
 * @param recommendedBy institution that recommended and verifies
 * @param recommender who wrote it
 * @param wanted what is recommended of the subject; null unless it is to merge or abolish it
 * @param planDueAt the first instant at which a plan would be late; null for a measure of one's own
 * @param planDueOn the last day for the plan
 * @param dueAt the first instant at which what is awaited now is late; null when nothing is awaited
 * @param overdue whether it is
 * @param plan in force, null while there is none
 * @param result handed in last, null while there is none
 * @param acts every step taken, in order
 * @param former institutions that were merged, from which it came
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RecommendationView(
        String number,
        Basis basis,
        RemedyState state,
        String institution,
        String recommendedBy,
        String recommender,
        NewRecommendation.@Nullable Subject subject,
        String title,
        String text,
        LocalDate receivedOn,
        @Nullable Wanted wanted,
        Instant recommendedAt,
        @Nullable Instant planDueAt,
        @Nullable LocalDate planDueOn,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable Plan plan,
        @Nullable Result result,
        List<Step> acts,
        boolean exercise,
        List<String> former,
        List<String> allowed,
        int version)
        implements Versioned {

    /**
     * A merge or an abolition.
     *
     * @param into code of the system it becomes part of, null when it is to be abolished
     * @param endedAt when the register says that it ended; null while it lives
     */
    public record Wanted(
            MergeOrAbolish.Kind kind,
            @Nullable String into,
            @Nullable Instant endedAt) {}

    /** The plan in force. */
    public record Plan(
            String text,
            @Nullable String responsible,
            LocalDate dueOn,
            @Nullable String documentNumber,
            @Nullable Continuation continuation,
            Instant at,
            boolean late) {}

    /** The result. */
    public record Result(
            String text, String evidence, @Nullable String documentNumber, Instant at, boolean late) {}

    /**
     * A step that was taken.
     *
     * @param rule name of the rule it followed
     */
    public record Step(
            String rule,
            Instant at,
            String name,
            String institution,
            @Nullable String text,
            @Nullable String responsible,
            @Nullable LocalDate dueOn,
            @Nullable String evidence,
            @Nullable String documentNumber,
            boolean late) {}

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
