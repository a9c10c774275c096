package io.haetae.change;

/** Where a change stands. */
public enum ChangeState {
    /** Written; somebody else is to approve it. */
    REQUESTED,
    /** Approved; its window stands. */
    APPROVED,
    /** Being carried out. */
    IN_PROGRESS,
    /** Carried out. */
    DONE,
    /** Begun, and taken back by its roll-back plan. */
    ROLLED_BACK,
    /** Refused, withdrawn or called off before it began. */
    CANCELLED;

    /** Whether nothing follows. */
    public boolean isOver() {
        return this == DONE || this == ROLLED_BACK || this == CANCELLED;
    }
}
