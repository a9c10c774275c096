package io.haetae.grading.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exception.
 *
 * @param system code of the system
 * @param endedAt null while it holds
 * @param ending {@code EXPIRED} or {@code REVOKED}, null while it holds
 */
public record ExceptionView(
        String campaign,
        String system,
        String reason,
        ExceptionCommand.Decider decidedBy,
        @Nullable String documentNumber,
        Instant grantedAt,
        String grantedBy,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable String ending) {}
