package io.haetae.remedy.survey;

import io.haetae.kernel.ErrorCode;

/** Refusals of surveys. */
enum SurveyError implements ErrorCode {
    /** The step is not legal in the present state. */
    NOT_ALLOWED_NOW("remedy.survey-not-allowed-now", Kind.CONFLICT),
    /** Only the central authority that announced it leads it. */
    NOT_ITS_AUTHORITY("remedy.survey-not-its-authority", Kind.FORBIDDEN),
    /** Only an officer of the institution or of one above it answers. */
    NOT_ITS_OFFICE("remedy.survey-not-its-office", Kind.FORBIDDEN),
    /** The finding has its recommendation. */
    RECOMMENDED_ALREADY("remedy.survey-recommended-already", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    SurveyError(String code, Kind kind) {
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
