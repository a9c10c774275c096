package io.haetae.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** When work on systems was planned; answered by the room that keeps the windows, for rooms that stand below it. */
public interface PlannedWork {

    /** Every approved window of the systems that has a moment in common with that time. */
    List<Window> of(Collection<UUID> systems, Instant from, Instant until);

    /** One window of one system. */
    record Window(UUID system, Instant from, Instant until) {}
}
