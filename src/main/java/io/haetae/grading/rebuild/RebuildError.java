package io.haetae.grading.rebuild;

import io.haetae.kernel.ErrorCode;

/** Refusals of rebuilds. */
enum RebuildError implements ErrorCode {
    /** Not in this phase; says which may follow. */
    STEP_NOT_ALLOWED("grading.rebuild-step-not-allowed", Kind.CONFLICT),
    /** Mandatory items are open; names them. */
    ITEMS_OPEN("grading.rebuild-items-open", Kind.CONFLICT),
    /** The system is being rebuilt already: one record per rebuild. */
    ALREADY_RUNNING("grading.rebuild-already-running", Kind.CONFLICT),
    /** It is over. */
    OVER("grading.rebuild-over", Kind.CONFLICT),
    /** Only an officer of the owner or of an institution above it answers. */
    NOT_THE_OWNER("grading.rebuild-not-the-owner", Kind.FORBIDDEN),
    /** Only the owner's central authority reviews. */
    NOT_THE_AUTHORITY("grading.rebuild-not-the-authority", Kind.FORBIDDEN),
    /** Whoever answered does not review. */
    ANSWERER_REVIEWS("grading.rebuild-answerer-reviews", Kind.FORBIDDEN),
    /** No checklist is in force. */
    NO_CHECKLIST("grading.rebuild-no-checklist", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    RebuildError(String code, Kind kind) {
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
