package io.haetae.crisis;

import io.haetae.kernel.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Every few seconds: what the rules recommend to each lead agency, reports that fall due, and playbooks of new stages. */
@ApplicationScoped
class CrisisSweep {

    private static final Logger LOG = Logger.getLogger(CrisisSweep.class);

    private final CrisisWatch watch;
    private final CrisisPlaybooks playbooks;

    CrisisSweep(CrisisWatch watch, CrisisPlaybooks playbooks) {
        this.watch = watch;
        this.playbooks = playbooks;
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
        playbooks.due().forEach(this::begin);
    }

    private void begin(CrisisPlaybooks.Due due) {
        try {
            playbooks.begin(due);
        } catch (Refusal refused) {
            LOG.warnf("%s of stage %s: %s", due.manual(), due.stage(), refused.getMessage());
            playbooks.failed(due, String.valueOf(refused.getMessage()));
        } catch (RuntimeException e) {
            // Not the manual's fault; the next sweep tries again.
            LOG.errorf(e, "%s of stage %s could not be begun", due.manual(), due.stage());
        }
    }
}
