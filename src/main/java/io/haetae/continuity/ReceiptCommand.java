package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something taken by hand while the system is down.
 *
 * @param number one issued in advance, as it stands on the printed form; null to issue the next
 * @param receivedAt when it was taken
 * @param office where
 * @param originalDeadline a date, or a time with its offset, by which it was due; null when nothing is due
 * @param periodFrom the day its period began, null when nobody knows
 * @param sentAt when it was sent, for documents that could not arrive
 * @param rule rule for its deadline where it is not the one of its service
 * @param fields what the form asks; encrypted. Never a resident registration number
 */
public record ReceiptCommand(
        @NotNull UUID activation,
        @Nullable @Size(max = 120) String number,
        @NotBlank @Size(max = 40) String service,
        @NotNull Instant receivedAt,
        @NotBlank @Size(max = 40) String office,
        @Nullable Due originalDeadline,
        @Nullable LocalDate periodFrom,
        @Nullable Instant sentAt,
        @Nullable @Size(max = 40) String rule,
        @Size(max = 20) Map<@Size(max = 30) String, @NotNull @Size(max = 2_000) String> fields) {

    public ReceiptCommand {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
    }

    ReceiptCommand of(UUID other) {
        return new ReceiptCommand(
                other, number, service, receivedAt, office, originalDeadline, periodFrom, sentAt, rule, fields);
    }
}
