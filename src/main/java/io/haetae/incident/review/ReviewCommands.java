package io.haetae.incident.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people say of a review besides its content. */
final class ReviewCommands {

    private ReviewCommands() {}

    /** A review on order, of a failure that gets none by itself. */
    record Order(@NotBlank @Size(max = 40) String incident) {}

    /**
     * Who answers and who writes.
     *
     * @param institution one that the incident concerns; stays when left out
     * @param reviewer log-in name; nobody when left out
     */
    record Assignment(
            @Nullable @Size(max = 40) String institution,
            @Nullable @Size(max = 80) String reviewer) {}

    /** It is handed in. */
    record Submission(@Nullable @Size(max = 200) String documentNumber) {}

    /**
     * What the central authority says.
     *
     * @param reason needed to ask for completion
     */
    record Decision(
            @NotNull Outcome outcome,
            @Nullable @Size(max = 4_000) String reason,
            @Nullable @Size(max = 200) String documentNumber) {}

    /** Whether it is complete. */
    enum Outcome {
        ACCEPTED(Move.Step.ACCEPTANCE),
        COMPLETION_REQUESTED(Move.Step.COMPLETION_REQUEST);

        private final Move.Step step;

        Outcome(Move.Step step) {
            this.step = step;
        }

        Move.Step step() {
            return step;
        }
    }
}
