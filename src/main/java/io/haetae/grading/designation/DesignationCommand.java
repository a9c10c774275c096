package io.haetae.grading.designation;

import io.haetae.grading.DecisionCommand.Decider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A designation or its revocation.
 *
 * @param on day of the decision, not to come
 * @param grounds on which it rests
 * @param document the official document, if there is one
 * @param decidedBy who decided; deciders do not log in, the recorder does
 */
public record DesignationCommand(
        @NotNull LocalDate on,
        @NotBlank @Size(max = 2000) String grounds,
        @Nullable @Size(max = 200) String document,
        @Nullable @Valid Decider decidedBy) {}
