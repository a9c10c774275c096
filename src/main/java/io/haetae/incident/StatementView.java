package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement about an incident with who did what to it.
 *
 * @param shown whether the public reads it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatementView(
        UUID id,
        LocalizedText title,
        LocalizedText body,
        Map<String, String> others,
        boolean shown,
        Instant draftedAt,
        String drafter,
        @Nullable Instant approvedAt,
        @Nullable String approver,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawer,
        @Nullable String withdrawal) {}
