package io.haetae.audit;

import io.haetae.audit.Verification.Break;
import io.haetae.audit.Verification.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk along the chain: takes links and entries in their order and keeps the first thing that does not fit. */
final class Walk {

    private final SealKey key;
    private final Optional<SealAnchor.Remembered> remembered;
    private byte[] prev = Hashes.NONE;
    private Seal.Digest digest = new Seal.Digest();
    private long seals;
    private long sealed;
    private long unsealed;
    private boolean metRemembered;
    private @Nullable Break firstBroken;

    Walk(SealKey key, Optional<SealAnchor.Remembered> remembered) {
        this.key = key;
        this.remembered = remembered;
    }

    /** An entry: under the link {@code seal}, or beyond the last one when null. */
    void entry(long id, EntryContent content, byte[] storedHash, @Nullable Seal seal) {
        if (!Arrays.equals(content.hash(), storedHash)) {
            broken(seal == null ? null : seal.n(), id, Reason.ENTRY_CHANGED);
        }
        if (seal == null) {
            unsealed++;
        } else {
            digest.add(storedHash);
            sealed++;
        }
    }

    /** A link, after all its entries. */
    void seal(Seal seal) {
        seals++;
        if (seal.n() != seals || !Arrays.equals(seal.prev(), prev)) {
            broken(seal.n(), null, Reason.CHAIN_BROKEN);
        }
        byte[] hash = digest.finish(seal.n(), seal.sealedAt(), seal.uptoTx(), seal.uptoId(), seal.prev());
        if (seal.entries() != digest.entries() || !Arrays.equals(hash, seal.hash())) {
            broken(seal.n(), null, Reason.ENTRIES_DO_NOT_FIT_SEAL);
        }
        if (!key.isSignedBy(seal.keyId(), seal.signature(), seal.hash())) {
            broken(seal.n(), null, Reason.SIGNATURE_WRONG);
        }
        remembered
                .filter(anchor -> anchor.n() == seal.n() && Arrays.equals(anchor.hash(), seal.hash()))
                .ifPresent(anchor -> metRemembered = true);
        prev = seal.hash();
        digest = new Seal.Digest();
    }

    Verification result() {
        if (remembered.isPresent() && !metRemembered) {
            broken(remembered.get().n(), null, Reason.END_CUT_OFF);
        }
        return new Verification(sealed + unsealed, sealed, unsealed, seals, firstBroken == null, firstBroken);
    }

    private void broken(@Nullable Long seal, @Nullable Long entry, Reason reason) {
        if (firstBroken == null) {
            firstBroken = new Break(seal, entry, reason);
        }
    }
}
