package io.haetae.continuity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next receipts of an activation, processed or checked at once. Two clerks who do so at the same time get different
 * ones.
 *
 * @param receipts numbers; empty for the next ones whatever their number
 * @param service only of this service
 * @param office only of this office
 * @param limit at most so many; 500 when left out
 * @param processedAt when they were entered; not used in a check
 * @param effectiveOn the day they take effect; the day each was received when left out
 */
public record BulkCommand(
        @Size(max = 10_000) List<@NotBlank @Size(max = 120) String> receipts,
        @Nullable @Size(max = 40) String service,
        @Nullable @Size(max = 40) String office,
        @Nullable @Min(1) @Max(10_000) Integer limit,
        @Nullable Instant processedAt,
        @Nullable LocalDate effectiveOn) {

    public BulkCommand {
        receipts = List.copyOf(Objects.requireNonNullElse(receipts, List.of()));
    }

    int most() {
        return Objects.requireNonNullElse(limit, 500);
    }
}
