package io.haetae.grading.rebuild;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's officer says of an item.
 *
 * @param reason what was found, and why it was decided so
 * @param evidence document or place where it is seen; needed for {@code DONE}
 */
public record ItemAnswer(
        @NotNull Answer answer,
        @NotBlank @Size(max = 4_000) String reason,
        @Nullable @Size(max = 1_000) String evidence) {

    /** What is said. */
    public enum Answer {
        /** It was looked at, decided or done. */
        DONE,
        /** Not yet. */
        NOT_DONE,
        /** It does not apply, where the checklist allows that. */
        NOT_APPLICABLE,
        /** Nobody knows. */
        UNKNOWN
    }
}
