package io.haetae.duty.handover;

/** Where a hand-over stands. */
public enum HandOverState {
    /** Its giver writes it. */
    DRAFT,
    /** Signed by its giver, it waits for its taker. */
    SIGNED,
    /** Its taker has a question. */
    ASKED,
    /** Signed by both. */
    TAKEN,
    /** Its giver took it back. */
    WITHDRAWN;

    /** Whether nothing about it changes any more. */
    public boolean isOver() {
        return this == TAKEN || this == WITHDRAWN;
    }
}
