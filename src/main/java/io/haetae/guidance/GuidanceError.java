package io.haetae.guidance;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum GuidanceError implements ErrorCode {
    /** The notice's state does not allow it; says what it does allow. */
    NOT_ALLOWED_NOW("guidance.not-allowed-now", Kind.CONFLICT),
    /** Who wrote a notice may not approve it. */
    ANOTHER_PERSON("guidance.another-person", Kind.FORBIDDEN),
    /** The incident has become known to few since the notice was approved: it must be approved again. */
    APPROVE_AGAIN("guidance.approve-again", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    GuidanceError(String code, Kind kind) {
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
