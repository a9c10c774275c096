package io.haetae.grading.consolidation;

import java.util.List;

/**
 * One system before whoever decides about it.
 *
 * @param partners systems into which it could be merged, the likeliest first
 * @param mayRecommend whether the reader recommends to its owner
 */
public record CandidateSheet(
        String ruleSet, String version, Candidate system, List<Partner> partners, boolean mayRecommend) {

    public CandidateSheet {
        partners = List.copyOf(partners);
    }
}
