package io.haetae.remedy.task;

import io.haetae.remedy.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: months that have begun, and reports that are due soon or missing. Every replica sweeps. */
@ApplicationScoped
class TaskSweep {

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
        Batches.all(reminders::open, reminders::remind);
    }
}
