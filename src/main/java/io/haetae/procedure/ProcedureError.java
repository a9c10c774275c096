package io.haetae.procedure;

import io.haetae.kernel.ErrorCode;

enum ProcedureError implements ErrorCode {
    /** A draft cannot be put in force. */
    DRAFT("procedure.draft", Kind.CONFLICT),
    /** The subject has an open run of this manual. */
    ALREADY_RUNNING("procedure.already-running", Kind.CONFLICT),
    /** The run has ended. */
    ENDED("procedure.ended", Kind.CONFLICT),
    /** The step is not to be done now; says which are. */
    STEP_NOT_OPEN("procedure.step-not-open", Kind.CONFLICT),
    /** Somebody else's part: says whose. */
    NOT_YOUR_ROLE("procedure.not-your-role", Kind.FORBIDDEN),
    /** The person has voted, or has handed the vote on. */
    VOTED("procedure.voted", Kind.CONFLICT),
    /** The manual does not let this approval be delegated. */
    NOT_DELEGABLE("procedure.not-delegable", Kind.CONFLICT),
    /** The entry has been corrected since; the later one can be. */
    CORRECTED_SINCE("procedure.corrected-since", Kind.CONFLICT),
    /** The file is too large or of a kind that is not taken. */
    FILE_REFUSED("procedure.file-refused", Kind.UNPROCESSABLE);

    private final String code;
    private final Kind kind;

    ProcedureError(String code, Kind kind) {
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
