package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param outcome DONE, SKIPPED, NOT_APPLICABLE, one of a decision's options, APPROVED or REJECTED
 * @param evidence in one's own words, or a link
 * @param reason needed for SKIPPED, NOT_APPLICABLE and REJECTED
 * @param at when it was done; now when left out
 * @param fields what the step asks, by name
 * @param decidedBy who decided, when it was not the one who records it
 * @param onBehalfOf log-in name of the one who delegated his approval
 */
public record StepResult(
        @NotBlank @Size(max = 60) String outcome,
        @Nullable @Size(max = 4_000) String evidence,
        @Nullable @Size(max = 2_000) String reason,
        @Nullable Instant at,
        @Size(max = 50) Map<String, JsonNode> fields,
        @Nullable @Valid DecidedBy decidedBy,
        @Nullable @Size(max = 100) String documentNumber,
        @Nullable @Size(max = 80) String onBehalfOf) {

    public StepResult {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
    }

    /** Whoever decides need not log in. */
    public record DecidedBy(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String position) {}
}
