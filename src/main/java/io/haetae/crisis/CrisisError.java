package io.haetae.crisis;

import io.haetae.kernel.ErrorCode;

enum CrisisError implements ErrorCode {
    /** It is over: nothing is decided any more. */
    CLOSED("crisis.closed", Kind.CONFLICT),
    /** Stages or headquarters still stand. */
    STILL_STANDING("crisis.still-standing", Kind.CONFLICT),
    /** The stage stands already. */
    SAME_STAGE("crisis.same-stage", Kind.CONFLICT),
    /** No stage stands that could be lifted. */
    NOTHING_TO_LIFT("crisis.nothing-to-lift", Kind.CONFLICT),
    /** A decision that was corrected before. */
    CORRECTED_BEFORE("crisis.corrected-before", Kind.CONFLICT),
    /** Consulted before, or no consultation is due. */
    NO_CONSULTATION_DUE("crisis.no-consultation-due", Kind.CONFLICT),
    /** The incident belongs to the crisis already. */
    HAS_INCIDENT("crisis.has-incident", Kind.CONFLICT),
    /** A crisis without an incident is none. */
    LAST_INCIDENT("crisis.last-incident", Kind.CONFLICT),
    /** A headquarters of that kind stands already in that institution. */
    STANDS_ALREADY("crisis.stands-already", Kind.CONFLICT),
    /** The headquarters was dissolved. */
    DISSOLVED("crisis.dissolved", Kind.CONFLICT),
    /** The post has ended. */
    POST_ENDED("crisis.post-ended", Kind.CONFLICT),
    /** The institution is not among those the actor acts for. */
    NOT_YOUR_INSTITUTION("crisis.not-your-institution", Kind.FORBIDDEN),
    /** Only a draft can be changed or approved. */
    REPORT_APPROVED("crisis.report-approved", Kind.CONFLICT),
    /** Another person approves. */
    OWN_REPORT("crisis.own-report", Kind.FORBIDDEN),
    /** First comes the first report, last the final one. */
    REPORT_ORDER("crisis.report-order", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    CrisisError(String code, Kind kind) {
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
