package io.haetae.continuity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps the deadlines of receipts in step with the recovery: one transaction per activation. */
@ApplicationScoped
public class ReckoningService {

    /** A recovery may be corrected for as long as people argue about it. */
    private static final Duration CORRECTED_WITHIN = Duration.ofDays(90);

    private final Continuity room;
    private final Clock clock;

    ReckoningService(Continuity room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /** Activations whose deadlines may still change. */
    @Transactional
    public List<UUID> watched() {
        return room.rows().watched(clock.instant().minus(CORRECTED_WITHIN));
    }

    /** Computes the deadlines of one anew when they have changed, unless another replica does. */
    @Transactional
    public void reckon(UUID activation) {
        room.rows().claim(activation).ifPresent(room::reckonAnew);
    }
}
