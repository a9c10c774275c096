package io.haetae.duty;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum DutyError implements ErrorCode {
    /** There is no call-out that could be hurried. */
    NOTHING_TO_HURRY("duty.nothing-to-hurry", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    DutyError(String code, Kind kind) {
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
