package io.haetae.intake;

/** Where an alert stands. */
public enum AlertState {
    /** Its source says that it is there. */
    OPEN,
    /** It is there and names no system; people must say which. */
    WAITING,
    /** It is there, and a person said that it needs no incident. */
    DISMISSED,
    /** It is there, and for now raises nobody: a silence, or the maintenance of its system. */
    QUIETED,
    /** Its source says that it is over. */
    CLOSED
}
