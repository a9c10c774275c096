package io.haetae.incident.review;

import io.haetae.kernel.ErrorCode;

/** Refusals of reviews. */
enum ReviewError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("incident.review-not-allowed-now", Kind.CONFLICT),
    /** The incident has not recovered, or nothing failed. */
    NOT_RECOVERED("incident.review-not-recovered", Kind.CONFLICT),
    /** Parts are missing; says which. */
    INCOMPLETE("incident.review-incomplete", Kind.CONFLICT),
    /** Only people of an institution that the incident concerns write the review. */
    NOT_A_WRITER("incident.review-not-a-writer", Kind.FORBIDDEN),
    /** Only an officer of the institution that answers for it hands it in. */
    NOT_THE_OWNER("incident.review-not-the-owner", Kind.FORBIDDEN),
    /** Only the central authority of that institution decides. */
    NOT_THE_AUTHORITY("incident.review-not-the-authority", Kind.FORBIDDEN),
    /** Whoever handed it in does not decide. */
    SUBMITTER_DECIDES("incident.review-submitter-decides", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    ReviewError(String code, Kind kind) {
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
