package io.haetae.duty.oversight;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Checks in every replica, and signals outside while the service acts in time. */
@ApplicationScoped
class OversightSweep {

    private final OversightService oversight;
    private final DeadMan deadMan;

    OversightSweep(OversightService oversight, DeadMan deadMan) {
        this.oversight = oversight;
        this.deadMan = deadMan;
    }

    @Scheduled(
            identity = "duty.oversight",
            every = "${haetae.oversight.every:30s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        if (oversight.check()) {
            deadMan.signal();
        }
    }
}
