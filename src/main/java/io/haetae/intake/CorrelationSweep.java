package io.haetae.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Every two seconds: looks at new incidents and proposes what to see together. Of the replicas one looks at a time. */
@ApplicationScoped
class CorrelationSweep {

    private final Correlating correlating;

    CorrelationSweep(Correlating correlating) {
        this.correlating = correlating;
    }

    @Scheduled(
            every = "2s",
            identity = "intake.correlation",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        correlating.look();
    }
}
