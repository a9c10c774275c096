package io.haetae.register.transfer;

import io.haetae.register.SystemBatchService.Fate;

/** What became, or would become, of a row. */
enum RowFate {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** A person left it out. */
    SKIPPED,
    REFUSED;

    static RowFate of(Fate fate) {
        return switch (fate) {
            case CREATED -> CREATED;
            case CHANGED -> CHANGED;
            case UNCHANGED -> UNCHANGED;
            case REFUSED -> REFUSED;
        };
    }
}
