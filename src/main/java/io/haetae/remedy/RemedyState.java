package io.haetae.remedy;

/** Where a recommendation stands. */
public enum RemedyState {
    /** Made; the plan is awaited. */
    RECOMMENDED,
    /** The plan is there; the result is awaited. */
    PLANNED,
    /** The result is there; its verification is awaited. */
    REPORTED,
    /** The one who recommended has seen that it was done. */
    VERIFIED,
    /** Taken back by the one who recommended. */
    WITHDRAWN
}
