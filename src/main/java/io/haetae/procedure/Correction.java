package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry in other words. The way that was taken stays: the outcome cannot be corrected.
 *
 * @param reason why it is corrected
 * @param evidence the words that count from now on; the former ones when left out
 * @param at when it was done; the former time when left out
 * @param fields what the step asks; the former values where left out
 */
record Correction(
        @NotBlank @Size(max = 2_000) String reason,
        @Nullable @Size(max = 4_000) String evidence,
        @Nullable Instant at,
        @Size(max = 50) Map<String, JsonNode> fields) {

    Correction {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
    }
}
