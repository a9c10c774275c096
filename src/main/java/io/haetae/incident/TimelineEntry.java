package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline.
 *
 * @param at when it happened
 * @param recordedAt when it was written down
 * @param kind what it is
 * @param text in words
 * @param actor who wrote it
 * @param under the number under which it was written, when that incident was merged into this one
 */
public record TimelineEntry(
        Instant at,
        Instant recordedAt,
        String kind,
        LocalizedText text,
        String actor,
        @Nullable String under) {}
