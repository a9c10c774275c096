package io.haetae.rule;

import java.time.Instant;

/** From when a version is in force. */
record Activation(RuleRef ref, Instant effectiveAt) {}
