package io.haetae.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param n position in the chain, from 1
 * @param uptoTx transaction of the last entry it covers
 * @param uptoId id of the last entry it covers
 * @param entries how many it covers
 * @param prev hash of the link before
 * @param hash over all of this and the hashes of the entries, in order
 * @param keyId which key signed it
 * @param signature over the hash
 */
record Seal(
        long n,
        Instant sealedAt,
        long uptoTx,
        long uptoId,
        int entries,
        byte[] prev,
        byte[] hash,
        String keyId,
        byte[] signature) {

    /** Collects the entries of a seal in their order and yields its hash. */
    static final class Digest {

        private final MessageDigest entryHashes = Hashes.sha256();
        private int entries;

        void add(byte[] entryHash) {
            entryHashes.update(entryHash);
            entries++;
        }

        int entries() {
            return entries;
        }

        byte[] finish(long n, Instant sealedAt, long uptoTx, long uptoId, byte[] prev) {
            MessageDigest digest = Hashes.sha256();
            digest.update(prev);
            digest.update(ByteBuffer.allocate(4 * Long.BYTES + 2 * Integer.BYTES)
                    .putLong(n)
                    .putLong(sealedAt.getEpochSecond())
                    .putInt(sealedAt.getNano())
                    .putLong(uptoTx)
                    .putLong(uptoId)
                    .putInt(entries)
                    .array());
            digest.update(entryHashes.digest());
            return digest.digest();
        }
    }
}
