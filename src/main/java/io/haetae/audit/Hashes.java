package io.haetae.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of the journal. */
final class Hashes {

    /** What the first seal names as its predecessor. */
    static final byte[] NONE = new byte[32];

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
