package io.haetae.continuity;

/** Where a number of the ledger stands. */
public enum ReceiptState {
    /** Issued in advance, for a printed form; nothing written on it yet. */
    UNUSED,
    /** Taken by hand (수기접수), to be processed back. */
    RECEIVED,
    /** Processed back (소급처리); a second person still has to check it, or has. */
    PROCESSED,
    /** Turned down, with a reason; checked like what was processed. */
    REJECTED,
    /** Spoiled, with a reason. */
    VOID
}
