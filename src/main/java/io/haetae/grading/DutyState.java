package io.haetae.grading;

/** Whether a duty of a grade is met. */
public enum DutyState {
    MET,
    NOT_MET,
    /** Nobody has said, or there is nothing to measure yet. */
    UNKNOWN
}
