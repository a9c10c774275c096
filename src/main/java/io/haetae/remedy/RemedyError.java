package io.haetae.remedy;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum RemedyError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("remedy.not-allowed-now", Kind.CONFLICT),
    /** Only the central authority of an institution recommends to it; its own officers set its own measures. */
    NOT_THE_RECOMMENDER("remedy.not-the-recommender", Kind.FORBIDDEN),
    /** Only an officer of the institution or of one above it answers. */
    NOT_THE_ADDRESSEE("remedy.not-the-addressee", Kind.FORBIDDEN),
    /** What was to be merged or abolished lives in the register; names it. */
    STILL_LIVES("remedy.still-lives", Kind.CONFLICT),
    /** Whoever handed in the result does not verify it. */
    REPORTER_VERIFIES("remedy.reporter-verifies", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    RemedyError(String code, Kind kind) {
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
