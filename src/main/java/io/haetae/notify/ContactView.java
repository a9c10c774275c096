package io.haetae.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach the reader, as he sees it himself.
 *
 * @param id of the contact
 * @param channel the way
 * @param address where on that way
 * @param createdAt when it was added
 * @param verifiedAt when it was proved, or null: then nothing but its code is sent there
 * @param verifiedBy how it was proved, or null
 */
public record ContactView(
        UUID id,
        Channel channel,
        String address,
        Instant createdAt,
        @Nullable Instant verifiedAt,
        @Nullable Proof verifiedBy) {

    /** How an address was proved. */
    public enum Proof {
        /** The code that was sent there was entered here. */
        CODE,
        /** It carried messages before addresses had to be proved. */
        TAKEN_OVER
    }

    /** Without the address: safe for the log. */
    @Override
    public String toString() {
        return channel + " contact " + id;
    }
}
