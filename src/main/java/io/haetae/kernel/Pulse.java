package io.haetae.kernel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.scheduler.common.runtime.ScheduledInvoker;
import io.quarkus.scheduler.common.runtime.ScheduledMethod;
import io.quarkus.scheduler.common.runtime.SchedulerContext;
import io.quarkus.scheduler.common.runtime.util.SchedulerUtils;
import io.quarkus.scheduler.runtime.Constituent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the sweeps by the time that passes. The scheduler underneath asks the wall clock: set back by an hour, it would
 * let every sweep stand still for that hour, and nobody would be called. What is declared for it with
 * {@link Scheduled#SIMPLE} and an interval is therefore paused there and run here, each sweep in a thread of its own, one
 * round after the other.
 */
@ApplicationScoped
class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final int SECONDS_TO_END = 15;

    private final Instance<Scheduler> schedulers;
    private final SchedulerContext declared;
    private final Clock clock;
    private @Nullable ScheduledExecutorService threads;

    Pulse(@Constituent Instance<Scheduler> schedulers, SchedulerContext declared, Clock clock) {
        this.schedulers = schedulers;
        this.declared = declared;
        this.clock = clock;
    }

    private record Sweep(
            String name, Trigger trigger, long everyMillis, ScheduledInvoker work, AtomicInteger failures) {}

    private record Round(Trigger trigger, Instant at) implements ScheduledExecution {

        @Override
        public Trigger getTrigger() {
            return trigger;
        }

        @Override
        public Instant getFireTime() {
            return at;
        }

        @Override
        public Instant getScheduledFireTime() {
            return at;
        }
    }

    void onStart(@Observes StartupEvent event) {
        schedulers.stream()
                .filter(each -> each.implementation().equals(Scheduled.SIMPLE) && each.isStarted())
                .forEach(this::takeOver); // none in tests, where it is switched off
    }

    private void takeOver(Scheduler scheduler) {
        List<Sweep> sweeps = sweeps(scheduler);
        ScheduledExecutorService started = Executors.newScheduledThreadPool(Math.max(1, sweeps.size()), task -> {
            Thread thread = new Thread(task, "haetae-sweep");
            thread.setDaemon(true);
            return thread;
        });
        threads = started;
        for (Sweep sweep : sweeps) {
            scheduler.pause(sweep.name());
            started.scheduleWithFixedDelay(
                    () -> run(sweep), sweep.everyMillis(), sweep.everyMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private List<Sweep> sweeps(Scheduler scheduler) {
        List<Sweep> sweeps = new ArrayList<>();
        for (ScheduledMethod method : declared.getScheduledMethods(Scheduled.SIMPLE)) {
            for (Scheduled schedule : method.getSchedules()) {
                OptionalLong every = SchedulerUtils.parseEveryAsMillis(schedule);
                if (every.isPresent() && declared.matchesImplementation(schedule, Scheduled.SIMPLE)) {
                    String name = SchedulerUtils.lookUpPropertyValue(schedule.identity());
                    sweeps.add(new Sweep(
                            name,
                            scheduler.getScheduledJob(name),
                            every.getAsLong(),
                            declared.createInvoker(method.getInvokerClassName()),
                            new AtomicInteger()));
                }
            }
        }
        return sweeps;
    }

    /** A round that fails is told and the next one comes all the same; an executor would end after it. */
    private void run(Sweep sweep) {
        try {
            sweep.work()
                    .invoke(new Round(sweep.trigger(), clock.instant()))
                    .toCompletableFuture()
                    .get();
            int failures = sweep.failures().getAndSet(0);
            if (failures > 0) {
                LOG.infof("%s works again after %d rounds that failed", sweep.name(), failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            tell(sweep, e);
        }
    }

    /** In full once: while the database is away every round of every sweep fails. */
    private static void tell(Sweep sweep, Exception failure) {
        if (sweep.failures().incrementAndGet() == 1) {
            LOG.errorf(failure, "a round of %s failed; the next comes in %d ms", sweep.name(), sweep.everyMillis());
        } else {
            LOG.warnf("a round of %s failed again: %s", sweep.name(), failure);
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        ScheduledExecutorService started = threads;
        if (started == null) {
            return;
        }
        started.shutdown();
        if (!started.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            started.shutdownNow();
        }
    }
}
