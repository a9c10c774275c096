package io.haetae.kernel;

import org.jspecify.annotations.Nullable;

/** Optimistic locking over HTTP: the ETag is the version number of the thing. */
public final class IfMatch {

    private IfMatch() {}

    /** The ETag of a version. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an {@code If-Match} header names. Refuses an absent header (428) and one that is no ETag of
     * ours (412): it cannot be the present version.
     */
    public static int version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(KernelError.PRECONDITION_REQUIRED);
        }
        String bare = header.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(bare);
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.STALE);
        }
    }

    /** Refuses (412) when the version edited is not the present one. */
    public static void check(int edited, int present) {
        if (edited != present) {
            throw new Refusal(KernelError.STALE);
        }
    }
}
