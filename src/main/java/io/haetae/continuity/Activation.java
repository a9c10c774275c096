package io.haetae.continuity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activation as it stands in the database, with what the register says of its system. */
record Activation(
        UUID id,
        UUID system,
        String code,
        String incident,
        boolean exercise,
        @Nullable Integer planVersion,
        String ruleSet,
        String ruleVersion,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String signOffReason,
        String reliefBasis) {

    boolean isOpen() {
        return closedAt == null;
    }
}
