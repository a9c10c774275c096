package io.haetae.grading.rebuild;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every minute: those of whom something is awaited. Every replica sweeps. */
@ApplicationScoped
class RebuildSweep {

    private static final int BATCH = 100;

    private final RebuildDues dues;

    RebuildSweep(RebuildDues dues) {
        this.dues = dues;
    }

    @Scheduled(
            identity = "grading.rebuilds",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        dues.date();
        int looked;
        do {
            looked = dues.remind(BATCH);
        } while (looked == BATCH);
    }
}
