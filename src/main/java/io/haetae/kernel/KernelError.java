package io.haetae.kernel;

/** Refusals that any room may give. */
public enum KernelError implements ErrorCode {
    FORBIDDEN("kernel.forbidden", Kind.FORBIDDEN),
    UNAUTHENTICATED("kernel.unauthenticated", Kind.UNAUTHENTICATED),
    NOT_FOUND("kernel.not-found", Kind.NOT_FOUND),
    INVALID("kernel.invalid", Kind.INVALID),
    UNPROCESSABLE("kernel.unprocessable", Kind.UNPROCESSABLE),
    STALE("kernel.changed-meanwhile", Kind.STALE),
    PRECONDITION_REQUIRED("kernel.if-match-required", Kind.PRECONDITION_REQUIRED),
    EXISTS("kernel.exists", Kind.CONFLICT),
    BAD_CURSOR("kernel.bad-cursor", Kind.INVALID);

    private final String code;
    private final Kind kind;

    KernelError(String code, Kind kind) {
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
