package io.haetae.continuity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes every deadline follow the recovery it hangs on, should nobody have looked at it meanwhile. */
@ApplicationScoped
class ContinuitySweep {

    private static final Logger LOG = Logger.getLogger(ContinuitySweep.class);

    private final ReckoningService reckoning;

    ContinuitySweep(ReckoningService reckoning) {
        this.reckoning = reckoning;
    }

    @Scheduled(
            every = "10s",
            identity = "continuity.sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        for (UUID activation : reckoning.watched()) {
            try {
                reckoning.reckon(activation);
            } catch (RuntimeException e) {
                // The deadlines of one activation must not keep those of the others.
                LOG.errorf(e, "deadlines of activation %s could not be computed; tried later", activation);
            }
        }
    }
}
