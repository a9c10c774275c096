package io.haetae.grading;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a duty that nothing measures.
 *
 * @param met whether it is met; for a duty that is done again and again left out
 * @param doneOn when it was done last; for any other left out
 * @param evidence document, contract or place where it is seen
 */
public record DutyStatement(
        @Nullable Boolean met,
        @Nullable LocalDate doneOn,
        @NotBlank @Size(max = 1_000) String evidence) {}
