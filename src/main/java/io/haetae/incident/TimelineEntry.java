package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;

/**
 * One entry of the timeline.
 *
 * @param at when it happened
 * @param recordedAt when it was written down
 * @param kind what it is
 * @param text in words
 * @param actor who wrote it
 */
public record TimelineEntry(Instant at, Instant recordedAt, String kind, LocalizedText text, String actor) {}
