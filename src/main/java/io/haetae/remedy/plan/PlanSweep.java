package io.haetae.remedy.plan;

import io.haetae.remedy.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: plans that are due soon or late, and guidelines whose three years run out. Every replica sweeps. */
@ApplicationScoped
class PlanSweep {

    private final PlanReminders reminders;

    PlanSweep(PlanReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "remedy.plans",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        Batches.all(reminders::remind, reminders::tellLate, reminders::tellRenewal);
    }
}
