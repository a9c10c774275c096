package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Relief;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One number of the ledger. For what was taken see {@link ReceiptCommand}.
 *
 * @param fields what the form asked; null in a list, and for those who do not work with it
 * @param deadline what became of the original deadline, null when there was none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReceiptView(
        String number,
        UUID activation,
        String system,
        String service,
        String office,
        ReceiptState state,
        @Nullable Instant receivedAt,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Map<String, String> fields,
        @Nullable Due originalDeadline,
        @Nullable LocalDate periodFrom,
        @Nullable Instant sentAt,
        @Nullable Deadline deadline,
        @Nullable Processing processing,
        @Nullable String returned,
        @Nullable String voidReason) {

    /** Whether somebody still has something to do. */
    public boolean isOpen() {
        return state == ReceiptState.RECEIVED || processing != null && processing.checkedAt() == null;
    }

    /** What became of its deadline, and by which rule. */
    public record Deadline(
            String rule,
            Relief.Outcome outcome,
            Due deadline,
            @Nullable Instant excusedUntil) {}

    /**
     * How it was processed back or turned down.
     *
     * @param effectiveOn the day it takes effect; null when it was turned down
     * @param rejection why it was turned down
     * @param checkedAt when the second person checked it, null until then
     */
    public record Processing(
            Instant processedAt,
            @Nullable LocalDate effectiveOn,
            @Nullable String rejection,
            String processor,
            @Nullable Instant checkedAt,
            @Nullable String checker) {}
}
