package io.haetae.rule;

import java.time.Instant;

/** A version as it was loaded. */
record StoredVersion(RuleRef ref, String content, String sha256, Instant loadedAt) {}
