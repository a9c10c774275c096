package io.haetae.change;

import io.haetae.kernel.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Planned work that is meant for the public: approved, and with words for it. Nothing of any other. */
@ApplicationScoped
public class PublicMaintenance {

    private final WindowRows windows;

    PublicMaintenance(WindowRows windows) {
        this.windows = windows;
    }

    /**
     * One occurrence of a window.
     *
     * @param id the same whenever it is asked for
     * @param systems ids in the register
     * @param announcedAt when it was approved
     * @param workGoesOn whether its change has begun and is not over yet
     */
    public record Planned(
            UUID id,
            LocalizedText title,
            LocalizedText text,
            Instant from,
            Instant until,
            Set<UUID> systems,
            Instant announcedAt,
            boolean workGoesOn) {}

    /** What has a moment in common with the time between, in order of its beginning. */
    @Transactional
    public List<Planned> between(Instant from, Instant until) {
        return windows.announced(from, until).stream()
                .filter(WindowRows.Row::isAnnounced)
                .flatMap(row -> occurrences(row, from, until))
                .sorted(Comparator.comparing(Planned::from).thenComparing(Planned::id))
                .toList();
    }

    private static Stream<Planned> occurrences(WindowRows.Row row, Instant from, Instant until) {
        Announcement said = Objects.requireNonNull(row.announcement());
        Instant announcedAt = Objects.requireNonNull(row.approvedAt());
        return row.schedule().between(from, until).stream()
                .filter(one -> one.until().isAfter(announcedAt)) // what was over before is no news
                .map(one -> new Planned(
                        id(row.id(), one.from()),
                        said.title(),
                        said.text(),
                        one.from(),
                        one.until(),
                        Set.copyOf(row.systems()),
                        announcedAt,
                        row.changeState() == ChangeState.IN_PROGRESS));
    }

    private static UUID id(UUID window, Instant from) {
        return UUID.nameUUIDFromBytes((window + "@" + from).getBytes(StandardCharsets.UTF_8));
    }
}
