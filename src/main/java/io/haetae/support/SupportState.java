package io.haetae.support;

/** Where a support request stands. */
public enum SupportState {
    /** Asked for or offered; the other side has to answer. */
    REQUESTED,
    /** The other side agrees; nobody is named yet. */
    ACCEPTED,
    /** People are named, who reach the system from now on. */
    ASSIGNED,
    /** They have set out. */
    ON_THE_WAY,
    /** They are at work, there or from afar. */
    ON_SITE,
    /** What they did and found is in the hands of the institution. */
    HANDED_OVER,
    /** They are back; nobody reaches the system by this request any more. */
    RETURNED,
    /** The other side does not agree, or no more. */
    DECLINED,
    /** Whoever asked needs it no more. */
    WITHDRAWN;

    /** Whether nothing follows. */
    public boolean isOver() {
        return this == RETURNED || this == DECLINED || this == WITHDRAWN;
    }
}
