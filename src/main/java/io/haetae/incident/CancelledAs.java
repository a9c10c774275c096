package io.haetae.incident;

/** Why an incident that is cancelled is. */
enum CancelledAs {
    /** Recorded by mistake. */
    MISTAKE,
    /** A feared failure that will not come true. */
    STOOD_DOWN,
    /** Another incident has taken it in. */
    MERGED
}
