package io.haetae.change;

import io.haetae.register.PlannedWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Approved windows of systems in a time, in one query for all of them. */
@ApplicationScoped
public class PlannedWindows implements PlannedWork {

    private final WindowRows windows;

    PlannedWindows(WindowRows windows) {
        this.windows = windows;
    }

    @Override
    @Transactional
    public List<Window> of(Collection<UUID> systems, Instant from, Instant until) {
        Set<UUID> asked = new HashSet<>(systems);
        return windows.ofSystems(asked.toArray(UUID[]::new), from, until).stream()
                .flatMap(row -> occurrences(row, from, until, asked))
                .toList();
    }

    /** A window that was approved later has no effect before. */
    private static Stream<Window> occurrences(WindowRows.Row row, Instant from, Instant until, Set<UUID> asked) {
        Instant approvedAt = Objects.requireNonNull(row.approvedAt());
        return row.schedule().between(from, until).stream()
                .filter(one -> one.until().isAfter(approvedAt))
                .flatMap(one -> row.systems().stream()
                        .filter(asked::contains)
                        .map(system -> new Window(
                                system, one.from().isBefore(approvedAt) ? approvedAt : one.from(), one.until())));
    }
}
