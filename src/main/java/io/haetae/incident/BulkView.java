package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of acting on many incidents at once.
 *
 * @param count how many it was done to
 * @param undoUntil until when it can be taken back
 * @param mayUndo whether the reader may take it back now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BulkView(
        UUID id,
        String act,
        Instant at,
        String by,
        String reason,
        long count,
        Instant undoUntil,
        boolean mayUndo,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoReason,
        List<Item> items) {

    public BulkView {
        items = List.copyOf(items);
    }

    /**
     * One incident.
     *
     * @param refused why it was not done, null when it was
     * @param undone whether it was taken back
     * @param kept why it was not taken back with the others
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            String number,
            @Nullable LocalizedText refused,
            boolean undone,
            @Nullable LocalizedText kept) {}
}
