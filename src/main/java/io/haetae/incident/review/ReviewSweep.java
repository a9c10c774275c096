package io.haetae.incident.review;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens, suspends and moves reviews as their incidents recover and open again, and reminds. Every replica sweeps. */
@ApplicationScoped
class ReviewSweep {

    private static final Logger LOG = Logger.getLogger(ReviewSweep.class);
    private static final int BATCH = 100;

    private final ReviewOpening opening;
    private final ReviewReminders reminders;

    ReviewSweep(ReviewOpening opening, ReviewReminders reminders) {
        this.opening = opening;
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "incident.review",
            every = "10s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        follow();
        int looked;
        do {
            looked = reminders.remind(BATCH);
        } while (looked == BATCH);
    }

    private void follow() {
        Set<UUID> tried = new HashSet<>();
        List<UUID> pending = opening.pending(BATCH);
        while (pending.stream().anyMatch(tried::add)) {
            for (UUID incident : pending) {
                try {
                    opening.follow(incident);
                } catch (RuntimeException e) {
                    // One incident whose review cannot be made must not keep the others from theirs.
                    LOG.errorf(e, "the review of incident %s could not follow it; tried again later", incident);
                }
            }
            pending = opening.pending(BATCH);
        }
    }
}
