package io.haetae.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How systems fared in a time; answered by the room that keeps the incidents, for rooms that stand below it. */
public interface Outages {

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
}
