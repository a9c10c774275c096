package io.haetae.guidance;

import io.haetae.change.PublicMaintenance;
import io.haetae.guidance.StatusBoard.Component;
import io.haetae.guidance.StatusBoard.Stage;
import io.haetae.guidance.StatusBoard.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The planned work that the public reads of: lately over, going on, and soon to come. */
@ApplicationScoped
class PlannedWork {

    private final PublicMaintenance maintenance;
    private final GuidanceConfig config;

    PlannedWork(PublicMaintenance maintenance, GuidanceConfig config) {
        this.maintenance = maintenance;
        this.config = config;
    }

    /** In order of its beginning; {@code component} shows a system, or nothing where the public is told nothing of it. */
    List<Work> at(Instant now, Function<UUID, @Nullable Component> component) {
        return maintenance.between(now.minus(config.history()), now.plus(config.maintenanceAhead())).stream()
                .map(planned -> new Work(
                        planned.id(),
                        planned.title(),
                        planned.text(),
                        planned.from(),
                        planned.until(),
                        stage(planned, now),
                        planned.announcedAt(),
                        changedAt(planned, now),
                        planned.systems().stream()
                                .map(component)
                                .filter(Objects::nonNull)
                                .sorted(Comparator.comparing(
                                        shown -> shown.name().ko()))
                                .toList()))
                .toList();
    }

    private static Stage stage(PublicMaintenance.Planned planned, Instant now) {
        if (now.isBefore(planned.from())) {
            return Stage.SCHEDULED;
        }
        if (now.isBefore(planned.until())) {
            return Stage.IN_PROGRESS;
        }
        return planned.workGoesOn() ? Stage.VERIFYING : Stage.COMPLETED;
    }

    /** When it was announced, began or ended: whatever came last. */
    private static Instant changedAt(PublicMaintenance.Planned planned, Instant now) {
        Instant changed = planned.announcedAt();
        for (Instant moment : List.of(planned.from(), planned.until())) {
            if (!moment.isAfter(now) && moment.isAfter(changed)) {
                changed = moment;
            }
        }
        return changed;
    }
}
