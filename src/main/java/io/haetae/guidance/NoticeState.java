package io.haetae.guidance;

/** Where a notice stands. */
public enum NoticeState {
    /** Being written. */
    DRAFT,
    /** Another person stands by it. */
    APPROVED,
    /** The public reads it. */
    PUBLISHED,
    /** Taken back, with a reason. */
    WITHDRAWN
}
