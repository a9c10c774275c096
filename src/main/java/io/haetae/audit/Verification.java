package io.haetae.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the journal found.
 *
 * @param entries all entries
 * @param sealed entries under a seal
 * @param unsealed entries too young for one
 * @param seals links of the chain
 * @param intact whether every entry and every link is as it was written
 * @param firstBroken where it is not, null when intact
 */
public record Verification(
        long entries,
        long sealed,
        long unsealed,
        long seals,
        boolean intact,
        @Nullable Break firstBroken) {

    /**
     * The first place where the journal is not as it was written.
     *
     * @param seal position of the link, null beyond the last one
     * @param entry id of the entry, null when the link itself is broken
     * @param reason what does not fit
     */
    public record Break(@Nullable Long seal, @Nullable Long entry, Reason reason) {}

    /** What does not fit. */
    public enum Reason {
        /** An entry's content is not the one that was hashed. */
        ENTRY_CHANGED,
        /** A link covers more or fewer entries than it says, or others. */
        ENTRIES_DO_NOT_FIT_SEAL,
        /** A link is missing or was put in. */
        CHAIN_BROKEN,
        /** A link is not signed by a known key. */
        SIGNATURE_WRONG,
        /** The link remembered outside the database is not in it: the end was cut off or replaced. */
        END_CUT_OFF
    }
}
