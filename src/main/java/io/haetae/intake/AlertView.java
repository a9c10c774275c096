package io.haetae.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param system code of its system
 * @param systemSaid what the source said about the system
 * @param severity 1 the worst, by the published table; null for a word that the table does not know
 * @param severitySaid the source's word
 * @param firstAt when it first came
 * @param lastAt when it last came
 * @param received how often it has come
 * @param incident number of its incident, when the reader may see it
 * @param closedAt when it ended
 * @param quiet why nobody was called for it, null when nothing kept it quiet
 */
public record AlertView(
        UUID id,
        String source,
        String fingerprint,
        AlertState state,
        String title,
        @Nullable String system,
        @Nullable String systemSaid,
        @Nullable Integer severity,
        @Nullable String severitySaid,
        Instant startsAt,
        Instant firstAt,
        Instant lastAt,
        long received,
        @Nullable String url,
        @Nullable String incident,
        @Nullable Instant closedAt,
        @Nullable Instant dismissedAt,
        @Nullable String dismissedBy,
        @Nullable String dismissReason,
        @Nullable Quieted quiet) {

    /**
     * What keeps or kept an alert quiet.
     *
     * @param cause SILENCE or MAINTENANCE
     * @param by the silence or the window
     * @param said the reason of the one, the title of the other
     * @param returnedAt when it ceased to be quiet while it was still there
     */
    public record Quieted(
            String cause,
            UUID by,
            @Nullable String change,
            String said,
            Instant since,
            Instant until,
            @Nullable Instant returnedAt) {}
}
