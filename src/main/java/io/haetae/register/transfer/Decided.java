package io.haetae.register.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of a row that looks like a system there is.
 *
 * @param as the code of the system that it is; only when it is one
 */
record Decided(Decision decision, @Nullable String as) {

    /** Leave the row out. */
    static final Decided SKIP = new Decided(Decision.SKIP, null);

    /** What may be said. */
    enum Decision {
        /** It is a system of its own. */
        NEW,
        /** It is that system: change it. */
        SAME,
        SKIP
    }
}
