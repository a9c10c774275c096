package io.haetae.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.change.ChangeCommand.Risk;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a change; for what was requested see {@link ChangeCommand}.
 *
 * @param institution for which it was requested
 * @param window its maintenance window
 * @param requester who wrote it last, and does not approve it
 * @param begunAt when work began
 * @param endedAt when it was done, rolled back or called off
 * @param acts every step taken, in order
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangeView(
        String number,
        ChangeState state,
        String title,
        String what,
        String why,
        List<String> systems,
        String institution,
        String responsible,
        Risk risk,
        String rollBack,
        Instant plannedFrom,
        Instant plannedUntil,
        @Nullable Announcement announcement,
        UUID window,
        String requester,
        Instant requestedAt,
        @Nullable String approver,
        @Nullable Instant approvedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        List<Act> acts,
        List<String> allowed,
        int version)
        implements Versioned {

    /**
     * A step that was taken.
     *
     * @param rule name of the rule it followed
     */
    public record Act(
            String rule,
            Instant at,
            String name,
            String institution,
            @Nullable String text) {}

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}
