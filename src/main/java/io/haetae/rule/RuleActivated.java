package io.haetae.rule;

import java.time.Instant;

/**
 * A version has been put in force, now or from a later time.
 *
 * @param ruleSet {@code kind/name}
 * @param version of it
 * @param effectiveAt from when
 */
public record RuleActivated(String ruleSet, String version, Instant effectiveAt) {}
