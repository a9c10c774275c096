package io.haetae.grading.campaign;

import io.haetae.kernel.ErrorCode;

/** Refusals of full reviews. */
enum CampaignError implements ErrorCode {
    /** It takes no answers, exceptions or endings any more. */
    CLOSED("grading.campaign-closed", Kind.CONFLICT),
    /** There is nothing to ask for: no system of these institutions has this authority. */
    NOTHING_TO_REVIEW("grading.campaign-empty", Kind.UNPROCESSABLE),
    /** The system has an exception already. */
    EXCUSED("grading.campaign-excused", Kind.CONFLICT),
    /** What was answered needs no exception. */
    ANSWERED("grading.campaign-answered", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    CampaignError(String code, Kind kind) {
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
