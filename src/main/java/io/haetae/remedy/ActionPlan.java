package io.haetae.remedy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 조치계획.
 *
 * @param text what will be done, and how one will see that it was
 * @param responsible who does it
 * @param dueOn until when
 * @param documentNumber under which it was sent
 * @param continuation needed by the plan to merge or abolish a service, and by no other
 */
public record ActionPlan(
        @NotBlank @Size(max = 4_000) String text,
        @NotBlank @Size(max = 200) String responsible,
        @NotNull LocalDate dueOn,
        @Nullable @Size(max = 200) String documentNumber,
        @Nullable @Valid Continuation continuation) {}
