package io.haetae.intake;

/** Where an alert stands. */
public enum AlertState {
    /** Its source says that it is there. */
    OPEN,
    /** It is there and names no system; people must say which. */
    WAITING,
    /** It is there, and a person said that it needs no incident. */
    DISMISSED,
    /** Its source says that it is over. */
    CLOSED
}
