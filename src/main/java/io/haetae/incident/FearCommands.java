package io.haetae.incident;

import io.haetae.incident.IncidentCommand.AffectedSystem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a feared failure (장애 우려). */
final class FearCommands {

    private FearCommands() {}

    /**
     * It came true.
     *
     * @param occurredAt when; now when left out
     * @param reason how it is known
     * @param systems how its systems fare now
     */
    record Occurrence(
            @Nullable Instant occurredAt,
            @NotBlank @Size(max = 2_000) String reason,
            @Size(max = 2_000) List<@Valid @NotNull AffectedSystem> systems) {

        Occurrence {
            systems = List.copyOf(Objects.requireNonNullElse(systems, List.of()));
        }

        /** As facts of the incident. */
        IncidentCommand facts(Instant at) {
            return new IncidentCommand(
                    null, null, at, null, null, null, systems, List.of(), List.of(), List.of(), null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** It will not come true. */
    record StandDown(@NotBlank @Size(max = 2_000) String reason) {}
}
