package io.haetae.grading.consolidation;

import io.haetae.rule.Consolidation.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Which systems to list.
 *
 * @param institution owner, with those below it; null for all
 * @param year whose facts are looked at
 * @param candidate only those of which this is said; null for all that are looked at
 */
public record CandidateFilter(
        @Nullable String institution, int year, @Nullable Answer candidate) {}
