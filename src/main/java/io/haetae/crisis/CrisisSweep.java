package io.haetae.crisis;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Every few seconds: what the rules recommend to each lead agency, and situation reports that fall due. */
@ApplicationScoped
class CrisisSweep {

    private static final Logger LOG = Logger.getLogger(CrisisSweep.class);

    private final CrisisWatch watch;

    CrisisSweep(CrisisWatch watch) {
        this.watch = watch;
    }

    @Scheduled(
            every = "${haetae.crisis.sweep-every:2s}",
            identity = "crisis.sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        for (UUID id : watch.open()) {
            try {
                watch.look(id);
            } catch (RuntimeException e) {
                // One crisis that cannot be looked at must not keep the others from it; the next sweep tries again.
                LOG.errorf(e, "crisis %s could not be looked at", id);
            }
        }
    }
}
