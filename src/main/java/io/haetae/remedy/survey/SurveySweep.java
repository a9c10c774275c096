package io.haetae.remedy.survey;

import io.haetae.remedy.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: answers that are due soon, or late, and visits that are near. Every replica sweeps. */
@ApplicationScoped
class SurveySweep {

    private final SurveyReminders reminders;

    SurveySweep(SurveyReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "remedy.surveys",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        Batches.all(reminders::remind, reminders::remindOfVisits);
    }
}
