package io.haetae.crisis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body is set up.
 *
 * @param head who heads it
 * @param at when; now when null
 * @param documentNumber of the decision
 */
public record HeadquartersCommand(
        @NotNull HeadquartersKind kind,
        @NotBlank @Size(max = 40) String institution,
        @NotNull @Valid StageCommand.Decider head,
        @Nullable Instant at,
        @Nullable @Size(max = 100) String documentNumber) {}
