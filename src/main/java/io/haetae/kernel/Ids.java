package io.haetae.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort by time (UUID version 7, RFC 9562): new rows land at the end of an index. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

    /** The last millisecond with its counter; a full counter runs over into the next millisecond, as RFC 9562 allows. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /**
     * A new id for something that came to be at {@code at}. Ids made by one process for the same millisecond sort in the
     * order in which they were made.
     */
    public static UUID at(Instant at) {
        long millisecond = at.toEpochMilli();
        long stamp = LAST.updateAndGet(last -> last >> COUNTER_BITS == millisecond ? last + 1 : first(millisecond));
        long high = ((stamp >> COUNTER_BITS) << 16) | 0x7000L | (stamp & COUNTER_MASK);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The counter starts low and at random: room for thousands, and other processes rarely at the same number. */
    private static long first(long millisecond) {
        return (millisecond << COUNTER_BITS) | RANDOM.nextInt(256);
    }
}
