package io.haetae.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a maintenance window; for what was planned see {@link WindowCommand}.
 *
 * @param change number of its change, null when it stands alone
 * @param occurrences the present one and the next ones, a few
 * @param writer who wrote it last, and does not approve it
 * @param recurrence for pages
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WindowView(
        UUID id,
        @Nullable String change,
        WindowState state,
        String title,
        List<String> systems,
        Instant from,
        Instant until,
        @Nullable String rrule,
        @Nullable Announcement announcement,
        List<Occurrence> occurrences,
        String writer,
        Instant writtenAt,
        @Nullable String approver,
        @Nullable Instant approvedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason,
        @JsonIgnore @Nullable RecurrenceWords recurrence,
        List<String> allowed,
        int version)
        implements Versioned {

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
