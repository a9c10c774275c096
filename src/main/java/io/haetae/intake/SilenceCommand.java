package io.haetae.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A silence: alerts for which all of what it names holds raise nobody for a while. At least one thing is named.
 *
 * @param from now when left out
 * @param until it ends by itself
 * @param source name of the source
 * @param system code of the system
 * @param site code of the site that houses the system
 * @param label name of a label that the source sends
 * @param value of that label
 */
public record SilenceCommand(
        @NotBlank @Size(max = 2_000) String reason,
        @Nullable Instant from,
        @NotNull Instant until,
        @Nullable @Size(max = 80) String source,
        @Nullable @Size(max = 40) String system,
        @Nullable @Size(max = 40) String site,
        @Nullable @Size(max = 200) String label,
        @Nullable @Size(max = 1_000) String value) {}
