package io.haetae.duty.handover;

import io.haetae.kernel.ErrorCode;

/** Refusals of hand-overs. */
enum HandOverError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("duty.hand-over-not-now", Kind.CONFLICT),
    /** Nobody signs for another. */
    FOR_ANOTHER("duty.hand-over-for-another", Kind.FORBIDDEN),
    /** What was read is not what would be signed. */
    READ_ANOTHER("duty.hand-over-read-another", Kind.CONFLICT),
    /** The same shift is being handed over to the same person already. */
    UNDER_WAY("duty.hand-over-under-way", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    HandOverError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
