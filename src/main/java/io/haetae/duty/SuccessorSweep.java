package io.haetae.duty;

import io.haetae.identity.InstitutionChanged;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** After a merger, and every minute: the posts and teams of institutions that were merged. */
@ApplicationScoped
class SuccessorSweep {

    private final SuccessorService successors;

    SuccessorSweep(SuccessorService successors) {
        this.successors = successors;
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) InstitutionChanged event) {
        run();
    }

    @Scheduled(
            identity = "duty.successors",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        successors.follow();
    }
}
