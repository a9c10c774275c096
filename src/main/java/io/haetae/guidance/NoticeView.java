package io.haetae.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice (안내) with who did what to it.
 *
 * @param restricted whether its incident is known to few, or an intrusion is suspected
 * @param approvedKnowing whether it was approved in that knowledge
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NoticeView(
        UUID id,
        UUID activation,
        String system,
        String incident,
        boolean exercise,
        NoticeState state,
        LocalizedText title,
        LocalizedText body,
        Instant draftedAt,
        String drafter,
        @Nullable Instant approvedAt,
        @Nullable String approver,
        boolean restricted,
        boolean approvedKnowing,
        @Nullable Instant publishedAt,
        @Nullable String publisher,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawer,
        @Nullable String withdrawal,
        int version) {

    /** Whether it shows outside. */
    public boolean isShown() {
        return state == NoticeState.PUBLISHED && !exercise && (!restricted || approvedKnowing);
    }
}
