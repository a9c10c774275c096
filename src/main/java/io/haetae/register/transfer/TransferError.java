package io.haetae.register.transfer;

import io.haetae.kernel.ErrorCode;

/** Refusals of a file as a whole. */
enum TransferError implements ErrorCode {
    NOT_UTF8("register.not-utf8", Kind.INVALID),
    NO_CSV("register.no-csv", Kind.INVALID),
    NO_ROWS("register.no-rows", Kind.INVALID),
    UNKNOWN_COLUMN("register.unknown-column", Kind.INVALID),
    MISSING_COLUMN("register.missing-column", Kind.INVALID),
    REPEATED_COLUMN("register.repeated-column", Kind.INVALID),
    TOO_MANY_ROWS("register.too-many-rows", Kind.TOO_LARGE);

    private final String code;
    private final Kind kind;

    TransferError(String code, Kind kind) {
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
