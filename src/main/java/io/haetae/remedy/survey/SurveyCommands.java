package io.haetae.remedy.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say about a survey. */
public final class SurveyCommands {

    private SurveyCommands() {}

    /**
     * 현장 점검: when an institution is visited.
     *
     * @param on a day of the survey
     * @param note who comes, and where to
     */
    public record Visit(
            @NotNull LocalDate on,
            @Nullable @Size(max = 1_000) String note) {}

    /** The answers of an institution, to every question at once. */
    public record Answers(@NotEmpty @Size(max = 200) List<@NotNull @Valid Answer> answers) {}

    /**
     * One answer.
     *
     * @param question its number
     * @param text {@code YES} or {@code NO}, a number, or words, as the question wants
     */
    public record Answer(
            @Min(1) int question,
            @NotBlank @Size(max = 10_000) String text) {}

    /** Something that was found in an institution. */
    public record Finding(
            @NotBlank @Size(max = 40) String institution,
            @NotBlank @Size(max = 4_000) String text) {}

    /**
     * 개선권고 after a finding (시행령 제70조의4 ⑤).
     *
     * @param receivedOn the day the institution received it, from which its month runs; today when left out
     */
    public record Recommending(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 4_000) String text,
            @Nullable LocalDate receivedOn) {}

    /**
     * The end.
     *
     * @param text the result, or why it does not take place
     */
    public record Ending(@NotBlank @Size(max = 4_000) String text) {}
}
