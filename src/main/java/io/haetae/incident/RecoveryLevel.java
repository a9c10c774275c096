package io.haetae.incident;

/** How far a system has recovered. */
public enum RecoveryLevel {
    /** Some of it works, or a workaround does. */
    PARTIAL,
    /** All of it works. */
    FULL
}
