package io.haetae.support;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum SupportError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("support.not-allowed-now", Kind.CONFLICT),
    /** The step is for the other side of the request. */
    OTHER_SIDE("support.other-side", Kind.FORBIDDEN),
    /** Whoever asked does not answer, also when acting for both sides. */
    ANOTHER_PERSON("support.another-person", Kind.FORBIDDEN),
    /** The incident is over. */
    INCIDENT_OVER("support.incident-over", Kind.CONFLICT),
    /** A request for the system in the incident is open already. */
    ALREADY_OPEN("support.already-open", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    SupportError(String code, Kind kind) {
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
