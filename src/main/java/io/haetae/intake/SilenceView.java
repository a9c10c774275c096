package io.haetae.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A silence; for what it names see {@link SilenceCommand}.
 *
 * @param alerts how many alerts it kept quiet
 * @param endedAt when a person ended it, null when nobody did
 * @param mayEnd whether the reader may end it now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SilenceView(
        UUID id,
        State state,
        String reason,
        @Nullable String source,
        @Nullable String system,
        @Nullable String site,
        @Nullable String label,
        @Nullable String value,
        Instant from,
        Instant until,
        String institution,
        String maker,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long alerts,
        boolean mayEnd) {

    /** Where a silence stands. */
    public enum State {
        /** It has not begun. */
        PLANNED,
        /** It quietens. */
        ACTIVE,
        /** It has ended. */
        OVER
    }
}
