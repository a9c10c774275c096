package io.haetae.grading.campaign;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: exceptions that end, and institutions that are to be reminded. Every replica sweeps. */
@ApplicationScoped
class CampaignSweep {

    private static final int BATCH = 100;

    private final ExceptionService exceptions;
    private final CampaignReminders reminders;

    CampaignSweep(ExceptionService exceptions, CampaignReminders reminders) {
        this.exceptions = exceptions;
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "grading.campaigns",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        int looked;
        do {
            looked = exceptions.sweep(BATCH);
        } while (looked == BATCH);
        do {
            looked = reminders.remind(BATCH);
        } while (looked == BATCH);
    }
}
