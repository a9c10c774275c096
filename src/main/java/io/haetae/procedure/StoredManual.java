package io.haetae.procedure;

import java.time.Instant;

/** A version as it was loaded. */
record StoredManual(ManualRef ref, boolean draft, String content, String sha256, Instant loadedAt) {}
