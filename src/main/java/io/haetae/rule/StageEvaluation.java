package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recommended stage with everything needed to compute it again, or the reason why there is none. A rule that fails
 * must never keep people from deciding, so a failure is an outcome here and not an exception.
 *
 * @param ruleSet {@code kind/name}, empty when no version is active
 * @param version the version used, empty when none is active
 * @param sha256 hash of that version's file, empty when none is active
 * @param facts the facts as evaluated
 * @param result the stage and why; null when it could not be computed
 * @param failure why there is none; null when there is one
 */
public record StageEvaluation(
        String ruleSet,
        String version,
        String sha256,
        Map<String, Object> facts,
        @Nullable StageResult result,
        @Nullable LocalizedText failure) {}
