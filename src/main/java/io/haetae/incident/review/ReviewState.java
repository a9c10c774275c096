package io.haetae.incident.review;

/** Where a review stands. */
enum ReviewState {
    /** Being written. */
    DRAFT,
    /** With the central authority. */
    SUBMITTED,
    /** 보완 요청: back with the institution. */
    COMPLETION_REQUESTED,
    /** Taken as complete. */
    ACCEPTED
}
