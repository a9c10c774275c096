package io.haetae.remedy.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import io.haetae.remedy.RemedyState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its reader may see it: the authority every institution, an institution itself and those below it.
 *
 * @param urgentReason why it did not wait for two months; null when it did
 * @param answerDueAt the first instant at which answers are late
 * @param ending its result, or why it does not take place; null while it runs
 * @param exercise 훈련
 * @param former authorities that were merged, from which it came
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SurveyView(
        String number,
        String authority,
        String title,
        String purpose,
        @Nullable String documentNumber,
        @Nullable String urgentReason,
        LocalDate notifiedOn,
        LocalDate from,
        LocalDate until,
        LocalDate answerBy,
        Instant answerDueAt,
        SurveyState state,
        Instant announcedAt,
        String announcedBy,
        @Nullable Instant endedAt,
        @Nullable String ending,
        List<Question> questions,
        List<Part> institutions,
        List<Finding> findings,
        boolean exercise,
        List<String> former,
        List<String> allowed,
        int version)
        implements Versioned {

    /** Something to be answered. */
    public record Question(int number, String text, QuestionKind kind) {}

    /**
     * An institution addressed.
     *
     * @param visitOn when it is visited; null while nobody has said
     * @param rounds how often it has answered
     * @param overdue whether its answers are awaited and late
     * @param late whether its last answers were
     * @param answers those of the last round, by question
     * @param former institutions that were merged, from which it came
     * @param mine whether the reader answers for it
     */
    public record Part(
            String institution,
            LocalizedText name,
            @Nullable LocalDate visitOn,
            @Nullable String visitNote,
            int rounds,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy,
            boolean overdue,
            boolean late,
            List<Answer> answers,
            List<String> former,
            boolean mine) {}

    /** One answer. */
    public record Answer(int question, String text) {}

    /**
     * Something that was found.
     *
     * @param recommendation number of the recommendation that followed; null while there is none
     * @param recommendationState where that stands
     */
    public record Finding(
            int number,
            String institution,
            LocalizedText institutionName,
            String text,
            Instant at,
            String by,
            @Nullable String recommendation,
            @Nullable RemedyState recommendationState) {}

    /** How many institutions have answered. */
    public int answered() {
        return (int) institutions.stream().filter(part -> part.rounds() > 0).count();
    }

    /** Percent of the institutions that have answered. */
    public int percent() {
        return institutions.isEmpty() ? 100 : 100 * answered() / institutions.size();
    }

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
