package io.haetae.grading.rebuild;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the central authority says of an answer. */
public record ItemReview(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 4_000) String note) {

    /** The result of the review. */
    public enum Outcome {
        AGREED,
        /** 보완 요청: the item is open again until it is answered anew. */
        COMPLETION_REQUESTED
    }
}
