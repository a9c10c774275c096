package io.haetae.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; null means any.
 *
 * @param subject number or code of the thing
 * @param actor log-in name
 * @param action a named rule such as {@code incident.declared}, or a room such as {@code incident}
 * @param from first instant
 * @param to the instant before which entries lie
 */
public record JournalFilter(
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {}
