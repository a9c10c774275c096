package io.haetae.change;

/** Where a window stands. */
public enum WindowState {
    /** Written; it has no effect yet. */
    REQUESTED,
    /** Approved: it quietens while it lasts, and what is meant for the public is shown. */
    APPROVED,
    /** Ended, or past. */
    OVER
}
