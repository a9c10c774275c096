package io.haetae.kernel;

import org.jspecify.annotations.Nullable;

/** An answer that may go on: whoever gets it is told of the next page in a {@code Link} header too (RFC 8288). */
public interface Paged {

    /** Opaque cursor of the next page, null on the last one. */
    @Nullable
    String next();
}
