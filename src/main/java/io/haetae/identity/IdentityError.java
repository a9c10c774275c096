package io.haetae.identity;

import io.haetae.kernel.ErrorCode;

enum IdentityError implements ErrorCode {
    /** Wrong name or password; never says which. */
    BAD_CREDENTIALS("identity.bad-credentials", Kind.UNAUTHENTICATED),
    /** Too many wrong tries; says when to try again. */
    TOO_MANY_TRIES("identity.too-many-tries", Kind.TOO_MANY),
    /** The last active ADMIN cannot be disabled or lose the role. */
    LAST_ADMIN("identity.last-admin", Kind.CONFLICT),
    /** What was merged into another institution stays as it was. */
    ENDED("identity.ended", Kind.CONFLICT),
    /** Only what has not taken effect can be withdrawn. */
    NOT_PLANNED("identity.not-planned", Kind.CONFLICT),
    /** Nobody hands over what he does not hold, nor passes on what was not given for that. */
    NOT_HELD("identity.not-held", Kind.FORBIDDEN),
    /** A delegation that has ended cannot be taken back. */
    DELEGATION_OVER("identity.delegation-over", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    IdentityError(String code, Kind kind) {
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
