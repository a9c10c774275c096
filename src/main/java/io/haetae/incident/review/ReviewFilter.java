package io.haetae.incident.review;

import org.jspecify.annotations.Nullable;

/**
 * What a list of reviews is asked for; null does not narrow it.
 *
 * @param institution that answers, with those below it
 * @param incident number
 * @param overdue only those awaited and late
 */
record ReviewFilter(
        @Nullable ReviewState state,
        @Nullable String institution,
        @Nullable String incident,
        boolean overdue) {}
