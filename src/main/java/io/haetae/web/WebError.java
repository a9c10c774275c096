package io.haetae.web;

import io.haetae.kernel.ErrorCode;

enum WebError implements ErrorCode {
    /** A browser says that another site made it send this. */
    FOREIGN_ORIGIN("web.foreign-origin", Kind.FORBIDDEN),
    /** Single sign-on proved a name that nobody here has. */
    NOT_REGISTERED("web.not-registered", Kind.UNAUTHENTICATED),
    TOO_LARGE("web.too-large", Kind.TOO_LARGE),
    /** The same Idempotency-Key came with another body, path or person. */
    KEY_REUSED("web.idempotency-key-reused", Kind.UNPROCESSABLE),
    /** The first request with this Idempotency-Key has not been answered yet. */
    KEY_IN_USE("web.idempotency-key-in-use", Kind.CONFLICT),
    KEY_TOO_LONG("web.idempotency-key-too-long", Kind.INVALID),
    METHOD_NOT_ALLOWED("web.method-not-allowed", Kind.INVALID),
    UNSUPPORTED_TYPE("web.unsupported-type", Kind.INVALID),
    NOT_ACCEPTABLE("web.not-acceptable", Kind.INVALID),
    MALFORMED("web.malformed", Kind.INVALID),
    /** The database does not answer. Nothing was accepted; the same request can be sent again. */
    AWAY("web.away", Kind.UNAVAILABLE),
    UNEXPECTED("web.unexpected", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    WebError(String code, Kind kind) {
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
