package io.haetae.incident;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Twice a minute: some incidents whose clocks are computed again and compared. */
@ApplicationScoped
class ClockAuditSweep {

    private final ClockAuditService audit;

    ClockAuditSweep(ClockAuditService audit) {
        this.audit = audit;
    }

    @Scheduled(
            every = "30s",
            identity = "incident.clock-audit",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        audit.look();
    }
}
