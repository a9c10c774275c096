package io.haetae.rule;

import java.util.Map;

/**
 * A system grade with everything needed to compute it again (전자정부법 시행령 제70조의3 ②: the result with its evidence).
 *
 * @param ruleSet {@code kind/name}
 * @param version the version used
 * @param sha256 hash of that version's file
 * @param facts the facts as evaluated
 * @param result grade, score and why
 */
public record SystemGradeEvaluation(
        String ruleSet, String version, String sha256, Map<String, Object> facts, SystemGradeResult result) {}
