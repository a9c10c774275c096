package io.haetae.grading.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full review in a list.
 *
 * @param closedAt null while it runs
 * @param systems to be answered for, as far as the reader's institutions reach
 * @param open of them, not answered yet
 */
public record CampaignRow(
        String number,
        String title,
        String authority,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant closedAt,
        int systems,
        int open) {

    /** Whether answers are still taken. */
    public boolean running() {
        return closedAt == null;
    }
}
