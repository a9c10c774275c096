package io.haetae.register;

import io.haetae.kernel.ErrorCode;

/** Refusals of the register. */
enum RegisterError implements ErrorCode {
    /** An officer keeps the systems of the own institution and of those below it. */
    NOT_YOURS("register.not-your-system", Kind.FORBIDDEN),
    /** MOIS designates 주요 정보시스템 (전자정부법 제56조의5 제1항), no owner does. */
    MAJOR_IS_DESIGNATED("register.major-is-designated", Kind.FORBIDDEN),
    /** A lead agency takes on the duty to issue stages; nobody hands it to a stranger. */
    FOREIGN_LEAD_AGENCY("register.foreign-lead-agency", Kind.FORBIDDEN),
    /** Too large, empty, or of a kind that is not taken. */
    FILE_REFUSED("register.file-refused", Kind.UNPROCESSABLE),
    /** What has ended stays as it was. */
    ENDED("register.ended", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    RegisterError(String code, Kind kind) {
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
