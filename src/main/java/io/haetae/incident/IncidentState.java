package io.haetae.incident;

/** Where an incident stands. Acknowledged is no state but a record: one may answer a call and not be the only one. */
public enum IncidentState {
    /** At least one system has not recovered. */
    OPEN,
    /** The last system has recovered (복구). */
    RECOVERED,
    /** 상황종료. The review after it has a life of its own and never holds this back. */
    CLOSED,
    /** Recorded by mistake, or a fear that did not come true. */
    CANCELLED
}
