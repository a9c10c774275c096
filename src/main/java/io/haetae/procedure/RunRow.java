package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param title title of the manual
 * @param subjectTitle title of what it is about
 * @param done how many steps have ended, the service's own left out
 * @param open the steps to be done now
 */
public record RunRow(
        UUID id,
        String manual,
        String version,
        LocalizedText title,
        boolean draft,
        RunView.Subject subject,
        String state,
        boolean exercise,
        Instant startedAt,
        RunView.@Nullable Holder holder,
        int done,
        List<OpenStep> open) {

    /**
     * A step to be done now.
     *
     * @param role who does it
     */
    public record OpenStep(
            String step,
            LocalizedText title,
            String kind,
            @Nullable LocalizedText role,
            Instant readyAt,
            @Nullable Instant dueAt,
            boolean overdue) {}
}
