package io.haetae.grading;

import io.haetae.kernel.ErrorCode;

/** Refusals of grading. */
enum GradingError implements ErrorCode {
    /** Not in this state; says which steps are legal. */
    STEP_NOT_ALLOWED("grading.step-not-allowed", Kind.CONFLICT),
    /** The system has an open assessment. */
    ALREADY_OPEN("grading.already-open", Kind.CONFLICT),
    /** The owner appeals once. */
    APPEAL_USED("grading.appeal-used", Kind.CONFLICT),
    /** A newer assessment has taken the place of this one. */
    SUPERSEDED("grading.superseded", Kind.CONFLICT),
    /** Too large, empty, or of a kind that is not taken. */
    FILE_REFUSED("grading.file-refused", Kind.UNPROCESSABLE),
    /** It counts no more already. */
    FILE_WITHDRAWN("grading.file-withdrawn", Kind.CONFLICT),
    /** Nobody could decide it. */
    NO_CENTRAL_AUTHORITY("grading.no-central-authority", Kind.CONFLICT),
    /** Only an officer of the owner or of an institution above it answers for a system. */
    NOT_THE_OWNER("grading.not-the-owner", Kind.FORBIDDEN),
    /** Only the owner's central authority decides (전자정부법 제56조의3 제3항). */
    NOT_THE_AUTHORITY("grading.not-the-authority", Kind.FORBIDDEN),
    /** Whoever submitted or appealed does not decide. */
    SUBMITTER_DECIDES("grading.submitter-decides", Kind.FORBIDDEN),
    /** Under a delegation nobody decides on a system of his own institution's side. */
    OWN_SYSTEM("grading.own-system", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    GradingError(String code, Kind kind) {
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
