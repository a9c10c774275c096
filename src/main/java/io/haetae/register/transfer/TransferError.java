package io.haetae.register.transfer;

import io.haetae.kernel.ErrorCode;

/** Refusals of a file as a whole, and of what is done with one. */
enum TransferError implements ErrorCode {
    NOT_UTF8("register.not-utf8", Kind.INVALID),
    NO_CSV("register.no-csv", Kind.INVALID),
    NO_XLSX("register.no-xlsx", Kind.INVALID),
    NO_ROWS("register.no-rows", Kind.INVALID),
    UNKNOWN_COLUMN("register.unknown-column", Kind.INVALID),
    MISSING_COLUMN("register.missing-column", Kind.INVALID),
    REPEATED_COLUMN("register.repeated-column", Kind.INVALID),
    TOO_MANY_ROWS("register.too-many-rows", Kind.TOO_LARGE),
    TOO_MANY_COLUMNS("register.too-many-columns", Kind.TOO_LARGE),
    TOO_LARGE("register.too-large-unpacked", Kind.TOO_LARGE),
    /** A step that the state of the import does not allow. */
    NOT_NOW("register.import-not-now", Kind.CONFLICT),
    /** The register changed between the look and the writing. */
    CHANGED_MEANWHILE("register.import-changed-meanwhile", Kind.CONFLICT),
    /** Whoever brought the file in may no longer act. */
    NOBODY("register.import-nobody", Kind.FORBIDDEN),
    /** Something went wrong that the file is not to blame for. */
    BROKEN("register.import-broken", Kind.UNAVAILABLE);

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
