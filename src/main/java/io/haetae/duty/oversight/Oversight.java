package io.haetae.duty.oversight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check knows.
 *
 * @param checkedAt when it last looked, null before the first time
 * @param current whether that is recent; when not, nobody checks
 * @param open what is late, the longest first
 * @param settled what was late lately, the last settled first
 */
public record Oversight(@Nullable Instant checkedAt, boolean current, List<Finding> open, List<Finding> settled) {

    public Oversight {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }

    /** Whether somebody should look: something is late, or nobody checks. */
    public boolean isLate() {
        return !current || !open.isEmpty();
    }
}
