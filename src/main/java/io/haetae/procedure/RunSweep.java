package io.haetae.procedure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks after runs, in every replica: awaited facts and times, and limits that have passed. */
@ApplicationScoped
class RunSweep {

    private static final Logger LOG = Logger.getLogger(RunSweep.class);
    private static final int BATCH = 200;

    private final RunDue due;
    private final ProcedureConfig config;
    private final Clock clock;

    RunSweep(RunDue due, ProcedureConfig config, Clock clock) {
        this.due = due;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "procedure.sweep",
            every = "${haetae.procedure.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        List<UUID> runs = due.due(BATCH);
        for (UUID run : runs) {
            try {
                due.lookAfter(run);
            } catch (RuntimeException e) {
                // One run that cannot be looked after must not keep the others from it.
                LOG.errorf(e, "run %s could not be looked after; trying again in %s", run, config.postponement());
                due.postpone(run, clock.instant().plus(config.postponement()));
            }
        }
    }
}
