package io.haetae.remedy.task;

import io.haetae.kernel.ErrorCode;

/** Refusals of policy tasks. */
enum TaskError implements ErrorCode {
    /** The step is not legal in the present state. */
    NOT_ALLOWED_NOW("remedy.task-not-allowed-now", Kind.CONFLICT),
    /** Only the institution that coordinates the programme, or one above it, leads it. */
    NOT_THE_COORDINATOR("remedy.task-not-the-coordinator", Kind.FORBIDDEN),
    /** Only an officer of the owner or of an institution above it reports. */
    NOT_THE_OWNER("remedy.task-not-the-owner", Kind.FORBIDDEN),
    /** The programme has a task of this number. */
    NUMBER_TAKEN("remedy.task-number-taken", Kind.CONFLICT),
    /** The programme has ended. */
    CLOSED("remedy.programme-closed", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    TaskError(String code, Kind kind) {
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
