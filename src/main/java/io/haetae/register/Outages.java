package io.haetae.register;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How systems fared in a time; answered by the room that keeps the incidents, for rooms that stand below it. */
public interface Outages {

    /** For each of the systems that failed in that time; those that did not are left out. */
    Map<UUID, Measured> of(Collection<UUID> systems, Instant from, Instant until);

    /**
     * What is known of one system.
     *
     * @param incidents how many real failures touched it; exercises and cancelled ones do not count
     * @param downMinutes for how long it did not run as it should, what overlaps counted once
     */
    record Measured(int incidents, long downMinutes) {

        /** A system that did not fail. */
        public static final Measured NONE = new Measured(0, 0);
    }
}
