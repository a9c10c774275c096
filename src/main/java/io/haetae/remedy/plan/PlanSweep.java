package io.haetae.remedy.plan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.IntUnaryOperator;

/** Every minute: plans that are due soon or late, and guidelines whose three years run out. Every replica sweeps. */
@ApplicationScoped
class PlanSweep {

    private static final int BATCH = 100;

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
        all(reminders::remind);
        all(reminders::tellLate);
        all(reminders::tellRenewal);
    }

    private static void all(IntUnaryOperator batch) {
        int looked;
        do {
            looked = batch.applyAsInt(BATCH);
        } while (looked == BATCH);
    }
}
