package io.haetae.duty;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum DutyError implements ErrorCode {
    /** There is no call-out that could be hurried. */
    NOTHING_TO_HURRY("duty.nothing-to-hurry", Kind.CONFLICT),
    /** This shift is offered already. */
    SWAP_ASKED("duty.swap-asked", Kind.CONFLICT),
    /** The swap has been answered or withdrawn. */
    SWAP_OVER("duty.swap-over", Kind.CONFLICT),
    /** One of the shifts has begun or is somebody else's by now. */
    SHIFT_CHANGED("duty.shift-changed", Kind.CONFLICT);

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
