package io.haetae.incident;

/** Of what kind the cause is, as far as known; by it failures of the past are told to be the same or not. */
public enum CauseKind {
    HARDWARE,
    SOFTWARE,
    NETWORK,
    /** 전원·냉방 등 시설. */
    FACILITY,
    /** A change or other planned work. */
    CHANGE,
    /** More was asked than it can bear. */
    CAPACITY,
    SECURITY,
    /** A mistake in operation. */
    HUMAN,
    /** Somebody else's system, line or service. */
    EXTERNAL
}
