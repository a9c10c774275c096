package io.haetae.grading;

import io.haetae.grading.Transition.Step;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the central authority decided on a submission (시행령 제70조의3 ③).
 *
 * @param grade the grade decided: another than the computed one when changed; may be left out when confirmed
 * @param reason why: required to change or to ask for completion
 * @param decidedBy who decided; deciders do not log in, the recorder does
 * @param documentNumber the official document, if there is one
 */
public record DecisionCommand(
        @NotNull Outcome outcome,
        @Nullable @Min(1) @Max(4) Integer grade,
        @Nullable @Size(max = 4000) String reason,
        @Nullable @Valid Decider decidedBy,
        @Nullable @Size(max = 200) String documentNumber) {

    /** What may come of a submission. */
    public enum Outcome {
        /** 확정: the computed grade stands. */
        CONFIRMED(Step.CONFIRMATION),
        /** 변경: another grade, for a reason. */
        CHANGED(Step.CHANGE),
        /** 보완 요청: back to the owner. */
        COMPLETION_REQUESTED(Step.COMPLETION_REQUEST);

        private final Step step;

        Outcome(Step step) {
            this.step = step;
        }

        Step step() {
            return step;
        }
    }

    /** Who decided, in which position. */
    public record Decider(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String position) {}

    /** Refuses (422) when a field that the step requires is missing, or the grade contradicts the outcome. */
    void check(Transition transition, int computed) {
        List<FieldError> errors = new ArrayList<>();
        missing(errors, transition, "grade", grade == null);
        missing(errors, transition, "reason", reasonOrNull() == null);
        missing(errors, transition, "decidedBy", decidedBy == null);
        if (grade != null) {
            switch (outcome) {
                case CONFIRMED -> contradiction(errors, "not-the-computed-grade", grade != computed, computed);
                case CHANGED -> contradiction(errors, "is-the-computed-grade", grade == computed, computed);
                case COMPLETION_REQUESTED -> contradiction(errors, "no-grade-decided", true, computed);
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void missing(List<FieldError> errors, Transition transition, String field, boolean absent) {
        if (absent && transition.requires().contains(field)) {
            errors.add(FieldError.of("/" + field, "required"));
        }
    }

    private static void contradiction(List<FieldError> errors, String code, boolean wrong, int computed) {
        if (wrong) {
            errors.add(FieldError.of("/grade", code, computed));
        }
    }

    /** The grade that results, null when none is decided. */
    @Nullable
    Integer gradeFor(int computed) {
        return switch (outcome) {
            case CONFIRMED -> Integer.valueOf(computed);
            case CHANGED -> grade;
            case COMPLETION_REQUESTED -> null;
        };
    }

    @Nullable
    String reasonOrNull() {
        return textOrNull(reason);
    }

    @Nullable
    String documentNumberOrNull() {
        return textOrNull(documentNumber);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
