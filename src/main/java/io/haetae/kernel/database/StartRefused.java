package io.haetae.kernel.database;

/** The database cannot be started safely. The message tells the person at the console what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
