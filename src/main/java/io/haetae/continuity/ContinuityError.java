package io.haetae.continuity;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum ContinuityError implements ErrorCode {
    /** A plan is written by who owns the system or runs it. */
    NOT_YOURS("continuity.not-your-system", Kind.FORBIDDEN),
    /** There is an open activation of the system for the incident. */
    ALREADY_ACTIVE("continuity.already-active", Kind.CONFLICT),
    /** The incident does not hit the system, or is over. */
    NOT_HIT("continuity.not-hit", Kind.CONFLICT),
    /** The activation is closed: nothing more is taken or processed under it. */
    CLOSED("continuity.closed", Kind.CONFLICT),
    /** Receipts are open; an officer may sign them off. */
    STILL_OPEN("continuity.still-open", Kind.CONFLICT),
    /** An officer signs off, nobody else. */
    OFFICER_SIGNS_OFF("continuity.officer-signs-off", Kind.FORBIDDEN),
    /** The receipt's state does not allow it; says what it does allow. */
    NOT_ALLOWED_NOW("continuity.not-allowed-now", Kind.CONFLICT),
    /** Who processed it may not check it. */
    SECOND_PERSON("continuity.second-person", Kind.FORBIDDEN),
    /** The file has no rows, no header, or one nobody knows. */
    BAD_FILE("continuity.bad-file", Kind.UNPROCESSABLE);

    private final String code;
    private final Kind kind;

    ContinuityError(String code, Kind kind) {
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
