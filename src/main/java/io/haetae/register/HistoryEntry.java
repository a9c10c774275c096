package io.haetae.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a system.
 *
 * @param since when it came into force
 * @param until when the next one did, null for the present
 * @param changed the fields that differ from the version before; empty for the first
 */
public record HistoryEntry(
        int version,
        Instant since,
        @Nullable Instant until,
        String changedBy,
        List<String> changed,
        SystemView system) {

    public HistoryEntry {
        changed = List.copyOf(changed);
    }
}
