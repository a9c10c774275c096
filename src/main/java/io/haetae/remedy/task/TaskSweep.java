package io.haetae.remedy.task;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: months that have begun, and reports that are due soon or missing. Every replica sweeps. */
@ApplicationScoped
class TaskSweep {

    private static final int BATCH = 200;

    private final TaskReminders reminders;

    TaskSweep(TaskReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "remedy.tasks",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        int looked;
        do {
            looked = reminders.open(BATCH);
        } while (looked == BATCH);
        do {
            looked = reminders.remind(BATCH);
        } while (looked == BATCH);
    }
}
