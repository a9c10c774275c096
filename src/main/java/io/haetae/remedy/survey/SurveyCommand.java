package io.haetae.remedy.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Announces a survey.
 *
 * @param purpose what is looked into, and why
 * @param notifiedOn the day the notice was sent, from which two months run; today when left out
 * @param from its first day
 * @param until its last day
 * @param answerBy the last day for the answers
 * @param urgentReason why it cannot wait for two months; it is then announced at the latest the day before
 * @param institutions addressed, of the actor's central authority
 * @param questions what each of them is to answer
 * @param exercise 훈련: marked everywhere, with the recommendations that follow
 */
public record SurveyCommand(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String purpose,
        @Nullable @Size(max = 200) String documentNumber,
        @Nullable LocalDate notifiedOn,
        @NotNull LocalDate from,
        @NotNull LocalDate until,
        @NotNull LocalDate answerBy,
        @Nullable @Size(max = 2_000) String urgentReason,
        @NotEmpty @Size(max = 1_000) List<@NotNull @NotBlank @Size(max = 40) String> institutions,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Question> questions,
        @Nullable Boolean exercise) {

    /** Something to be answered. */
    public record Question(
            @NotBlank @Size(max = 1_000) String text,
            @NotNull QuestionKind kind) {}
}
