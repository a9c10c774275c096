package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the list of activations. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActivationRow(
        UUID id,
        String system,
        LocalizedText name,
        String incident,
        boolean exercise,
        ActivationView.State state,
        Instant openedAt,
        @Nullable Instant closedAt,
        ReceiptCounts receipts) {}
