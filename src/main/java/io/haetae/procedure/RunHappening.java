package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened in a run.
 *
 * @param kind RUN_STARTED, STEP_DONE, RUN_HANDED_OVER, RUN_MOVED, RUN_ENDED or RUN_CANCELLED
 * @param at when it happened
 * @param manual title of the manual
 * @param step title of the step, or null
 * @param outcome what came of it in words, or null
 * @param note reason, evidence or note in the person's own words, or null
 */
public record RunHappening(
        String kind,
        Instant at,
        UUID run,
        LocalizedText manual,
        @Nullable LocalizedText step,
        @Nullable LocalizedText outcome,
        @Nullable String note) {}
