package io.haetae.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How systems fared in a time; answered by the room that keeps the incidents, for rooms that stand below it. */
public interface Outages {

    /** For each of the systems that failed in that time; those that did not are left out. */
    Map<UUID, Measured> of(Collection<UUID> systems, Instant from, Instant until);

    /** Every downtime of the systems that has a moment in common with that time, in the order of their beginnings. */
    List<Downtime> each(Collection<UUID> systems, Instant from, Instant until);

    /**
     * A time during which a system did not run as it should.
     *
     * @param source number of the incident
     * @param service STOPPED, DEGRADED or UNKNOWN
     * @param until null while it lasts
     */
    record Downtime(
            UUID system,
            String source,
            String service,
            Instant from,
            @Nullable Instant until) {}

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
