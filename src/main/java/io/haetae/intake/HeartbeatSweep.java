package io.haetae.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Every few seconds: beats that have not come. Every replica sweeps; each late source is claimed by one. */
@ApplicationScoped
class HeartbeatSweep {

    private static final Logger LOG = Logger.getLogger(HeartbeatSweep.class);
    private static final int BATCH = 200;

    private final HeartbeatAlarms alarms;

    HeartbeatSweep(HeartbeatAlarms alarms) {
        this.alarms = alarms;
    }

    @Scheduled(
            every = "5s",
            identity = "intake.heartbeats",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        for (UUID late : alarms.late(BATCH)) {
            try {
                alarms.raise(late);
            } catch (RuntimeException e) {
                // One that cannot be raised must not keep the others from it.
                LOG.errorf(e, "no alarm could be raised for heartbeat %s; tried later", late);
                alarms.postpone(late);
            }
        }
    }
}
