package io.haetae.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says which systems are being worked on. It may quieten people; it never hides a failure, holds back a close or touches a
 * grade.
 */
@ApplicationScoped
public class Maintenance {

    private final WindowRows windows;

    Maintenance(WindowRows windows) {
        this.windows = windows;
    }

    /**
     * A window in effect.
     *
     * @param change number of its change, null when the window stands alone
     * @param from beginning of this occurrence
     * @param until its end: what was quiet is no longer
     */
    public record Active(UUID window, @Nullable String change, String title, Instant from, Instant until) {}

    /**
     * The window in effect at the moment for each of the systems; one that is in none is left out. A window that was
     * approved later has no effect before. Of several the one that ends last. One statement, however many systems.
     */
    @Transactional
    public Map<UUID, Active> at(Collection<UUID> systems, Instant moment) {
        if (systems.isEmpty()) {
            return Map.of();
        }
        Set<UUID> asked = new HashSet<>(systems);
        Map<UUID, Active> active = new HashMap<>();
        for (WindowRows.Row row : windows.ofSystems(asked.toArray(UUID[]::new), moment, moment.plusNanos(1_000))) {
            row.schedule().at(moment).ifPresent(now -> {
                Active one = new Active(row.id(), row.change(), row.title(), now.from(), now.until());
                row.systems().stream()
                        .filter(asked::contains)
                        .forEach(system -> active.merge(system, one, Maintenance::later));
            });
        }
        return active;
    }

    /** The window in effect at the moment for one system. */
    @Transactional
    public Optional<Active> at(UUID system, Instant moment) {
        return Optional.ofNullable(at(Set.of(system), moment).get(system));
    }

    private static Active later(Active one, Active two) {
        return one.until().isBefore(two.until()) ? two : one;
    }
}
