package io.haetae.register.transfer;

import io.haetae.identity.Login;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Refusal;
import io.haetae.register.transfer.ImportJobs.Trouble;
import io.haetae.register.transfer.ImportJobs.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes up imports that wait, one at a time in each replica, and tells of those whose replica died. */
@ApplicationScoped
class ImportSweep {

    private static final Logger LOG = Logger.getLogger(ImportSweep.class);
    private static final int AT_ONCE = 20;

    private final ImportJobs jobs;
    private final ImportRun run;
    private final ImportProgress progress;
    private final TransferConfig config;
    private final Login login;
    private final CurrentActor actor;
    private final Clock clock;

    ImportSweep(
            ImportJobs jobs,
            ImportRun run,
            ImportProgress progress,
            TransferConfig config,
            Login login,
            CurrentActor actor,
            Clock clock) {
        this.jobs = jobs;
        this.run = run;
        this.progress = progress;
        this.config = config;
        this.login = login;
        this.actor = actor;
        this.clock = clock;
    }

    @Scheduled(
            identity = "register.imports",
            every = "${haetae.transfer.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        Instant now = clock.instant();
        progress.tellBrokenOff(now);
        progress.forget(now.minus(config.importsKept()));
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Waiting> next = jobs.waiting();
            if (next.isEmpty() || !carryOut(next.get())) {
                return;
            }
        }
    }

    /** As the person who brought the file in, with what that person may do by now. */
    private boolean carryOut(Waiting next) {
        Actor before = actor.get();
        try {
            actor.set(login.proven(next.username()).orElseThrow(() -> new Refusal(TransferError.NOBODY)));
            return run.carryOut(next.id());
        } catch (Refusal refused) {
            progress.failed(next.id(), trouble(refused.error(), refused.facts()), clock.instant());
        } catch (RuntimeException e) {
            LOG.errorf(e, "import %s could not be carried out", next.id());
            progress.failed(next.id(), trouble(TransferError.BROKEN, Map.of()), clock.instant());
        } finally {
            actor.set(before);
        }
        return true;
    }

    private static Trouble trouble(ErrorCode error, Map<String, Object> facts) {
        return new Trouble(error.code(), facts);
    }
}
