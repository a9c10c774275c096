package io.haetae.grading.designation;

import io.haetae.kernel.ErrorCode;

/** Refusals of designations. */
enum DesignationError implements ErrorCode {
    /** MOIS designates, nobody else (전자정부법 제56조의5 제1항). */
    NOT_ENTITLED("grading.not-entitled-to-designate", Kind.FORBIDDEN),
    /** The owner stands under another central authority. */
    OTHER_AUTHORITY("grading.designation-other-authority", Kind.FORBIDDEN),
    DESIGNATED("grading.designated-already", Kind.CONFLICT),
    NOT_DESIGNATED("grading.not-designated", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    DesignationError(String code, Kind kind) {
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
