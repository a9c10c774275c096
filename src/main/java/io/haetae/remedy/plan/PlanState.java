package io.haetae.remedy.plan;

/** Where the plan of an institution stands. */
public enum PlanState {
    /** Owed; nothing was handed in. */
    AWAITED,
    /** Handed in; the authority looks at it. */
    HANDED_IN,
    /** 보완 요청: something is missing, until a day. */
    COMPLETION_REQUESTED,
    /** The authority has taken it; it may be revised. */
    ACCEPTED,
    /** Not owed after all: the authority has taken the request back. */
    RELEASED
}
