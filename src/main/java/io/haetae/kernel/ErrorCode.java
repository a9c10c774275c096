package io.haetae.kernel;

/** A reason to refuse. Each room has its own enum; the text stands in the message bundles under {@code error.<code>}. */
public interface ErrorCode {

    /** Stable code, {@code room.reason-in-kebab-case}. */
    String code();

    /** What kind of refusal it is; the web edge turns it into a status. */
    Kind kind();

    /** Kinds of refusal. */
    enum Kind {
        /** The request cannot be read: 400. */
        INVALID,
        /** Not logged in: 401. */
        UNAUTHENTICATED,
        /** The role does not allow it: 403. */
        FORBIDDEN,
        /** No such thing, or none that the actor may know of: 404. */
        NOT_FOUND,
        /** Not allowed in the present state: 409. */
        CONFLICT,
        /** Somebody changed it meanwhile: 412. */
        STALE,
        /** Too large: 413. */
        TOO_LARGE,
        /** Readable, but what it says cannot be: 422. */
        UNPROCESSABLE,
        /** An edit must say which version it edits: 428. */
        PRECONDITION_REQUIRED,
        /** Too many tries: 429. */
        TOO_MANY,
        /** Overloaded or not ready: 503. */
        UNAVAILABLE
    }
}
