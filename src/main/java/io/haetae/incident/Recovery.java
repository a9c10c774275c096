package io.haetae.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recovery of one system.
 *
 * @param code of the system; taken from the path when that names it
 * @param recoveredAt when it ran again
 * @param level in part or in full
 * @param verifiedBy who made sure of it
 * @param workaround what is done meanwhile, for a partial one
 */
public record Recovery(
        @Nullable @Size(max = 40) String code,
        @NotNull Instant recoveredAt,
        @NotNull RecoveryLevel level,
        @Nullable @Size(max = 80) String verifiedBy,
        @Nullable @Size(max = 2_000) String workaround) {

    Recovery of(String system) {
        return new Recovery(system, recoveredAt, level, verifiedBy, workaround);
    }
}
