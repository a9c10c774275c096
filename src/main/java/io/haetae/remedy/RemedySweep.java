package io.haetae.remedy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: plans and results that are due soon, or late. Every replica sweeps. */
@ApplicationScoped
class RemedySweep {

    private final RemedyReminders reminders;

    RemedySweep(RemedyReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "remedy.sweep",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        Batches.all(reminders::remind);
    }
}
