package io.haetae.notify;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum NotifyError implements ErrorCode {
    /** Only the recipient can say that a message arrived. */
    NOT_THE_RECIPIENT("notify.not-the-recipient", Kind.FORBIDDEN),
    /** There was no address to send it to. */
    NOTHING_TO_RESEND("notify.nothing-to-resend", Kind.CONFLICT),
    /** The institution has this endpoint already. */
    ENDPOINT_EXISTS("notify.endpoint-exists", Kind.CONFLICT),
    /** The address is proved already. */
    CONTACT_VERIFIED("notify.contact-verified", Kind.CONFLICT),
    /** A code was sent less than a minute ago. */
    CODE_JUST_SENT("notify.code-just-sent", Kind.CONFLICT),
    /** The code is too old, was used or was guessed at too often. */
    CODE_VOID("notify.code-void", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    NotifyError(String code, Kind kind) {
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
