package io.haetae.remedy.plan;

import io.haetae.kernel.ErrorCode;

/** Refusals of failure-management plans. */
enum PlanError implements ErrorCode {
    /** The step is not legal in the present state. */
    NOT_ALLOWED_NOW("remedy.failure-plan-not-allowed-now", Kind.CONFLICT),
    /** Only an officer of the institution or of one above it writes its plan. */
    NOT_ITS_OFFICE("remedy.failure-plan-not-its-office", Kind.FORBIDDEN),
    /** Only the central authority that issued the guideline decides. */
    NOT_ITS_AUTHORITY("remedy.failure-plan-not-its-authority", Kind.FORBIDDEN),
    /** Whoever handed a plan in does not decide about it. */
    OWN_PLAN("remedy.failure-plan-own", Kind.FORBIDDEN),
    /** There is no institution that such a guideline is for. */
    NOBODY_ADDRESSED("remedy.guideline-for-nobody", Kind.UNPROCESSABLE),
    /** Too large, empty, or of a kind that is not taken. */
    FILE_REFUSED("remedy.file-refused", Kind.UNPROCESSABLE),
    /** What was handed in with an edition stays with it. */
    FILE_HANDED_IN("remedy.file-handed-in", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    PlanError(String code, Kind kind) {
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
