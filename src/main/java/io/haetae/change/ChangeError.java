package io.haetae.change;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum ChangeError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("change.not-allowed-now", Kind.CONFLICT),
    /** Whoever wrote a change or a window does not approve it. */
    ANOTHER_PERSON("change.another-person", Kind.FORBIDDEN),
    /** The window belongs to a change and goes with it. */
    GOES_WITH_ITS_CHANGE("change.goes-with-its-change", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ChangeError(String code, Kind kind) {
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
