package io.haetae.web.demo;

import io.haetae.kernel.ErrorCode;

/** Refusals of the demonstration. */
enum DemoError implements ErrorCode {
    /** Made-up systems must not mix with real ones. */
    NOT_EMPTY("web.register-not-empty", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    DemoError(String code, Kind kind) {
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
