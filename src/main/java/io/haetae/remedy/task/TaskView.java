package io.haetae.remedy.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with all its months.
 *
 * @param former owners and partners that were merged, from which it came
 * @param months of which a report is or was owed, the newest first
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TaskView(
        String programme,
        LocalizedText programmeTitle,
        int number,
        LocalizedText title,
        TaskKind kind,
        String owner,
        LocalizedText ownerName,
        List<String> partners,
        List<String> former,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable LocalizedText note,
        @Nullable LocalizedText source,
        boolean example,
        boolean exercise,
        TaskState state,
        List<Month> months,
        List<String> allowed,
        int version)
        implements Versioned {

    /**
     * A month.
     *
     * @param month such as {@code 2026-11}
     * @param dueAt the first instant at which its report is late
     * @param missing whether it is owed and late
     * @param reports the newest first: all but the first were put right
     */
    public record Month(String month, Instant dueAt, LocalDate dueOn, boolean missing, List<Report> reports) {

        /** What counts. */
        public @Nullable Report last() {
            return reports.isEmpty() ? null : reports.get(0);
        }
    }

    /** What was said of a month. */
    public record Report(
            int revision,
            int percent,
            Progress state,
            String done,
            @Nullable String next,
            Instant at,
            String name,
            String institution,
            boolean late) {}

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
