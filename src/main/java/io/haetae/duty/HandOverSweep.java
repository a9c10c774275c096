package io.haetae.duty;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for changes of shift, in every replica. One roster that fails never holds up the others. */
@ApplicationScoped
class HandOverSweep {

    private static final Logger LOG = Logger.getLogger(HandOverSweep.class);
    private static final int BATCH = 100;

    private final HandOvers handOvers;

    HandOverSweep(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Scheduled(
            identity = "duty.hand-over",
            every = "${haetae.duty.hand-over-every:10s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        int done;
        do {
            done = batch();
        } while (done == BATCH);
    }

    /** Says how many it has seen to: those that another replica is at do not count, or it would wait for them here. */
    private int batch() {
        int done = 0;
        for (UUID roster : handOvers.due(BATCH)) {
            try {
                done += handOvers.handOver(roster) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.errorf(e, "the change of shift of roster %s could not be looked at; tried later", roster);
                handOvers.postpone(roster);
            }
        }
        return done;
    }
}
