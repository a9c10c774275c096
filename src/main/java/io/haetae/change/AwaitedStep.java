package io.haetae.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Planned work that awaits somebody.
 *
 * @param step what it awaits: approval, beginning or completion
 * @param change number of the change, null for a window that stands alone
 */
public record AwaitedStep(
        String step,
        UUID window,
        @Nullable String change,
        String title,
        List<String> systems,
        Instant from,
        Instant until) {}
