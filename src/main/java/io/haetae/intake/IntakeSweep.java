package io.haetae.intake;

import io.haetae.intake.Opening.Waiting;
import io.haetae.kernel.CurrentActor;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Each second: completes what stopped between keeping an alert and opening its incident. Every replica sweeps. */
@ApplicationScoped
class IntakeSweep {

    private static final Logger LOG = Logger.getLogger(IntakeSweep.class);
    private static final int BATCH = 200;

    private final Opening opening;
    private final SystemService systems;
    private final CurrentActor current;

    IntakeSweep(Opening opening, SystemService systems, CurrentActor current) {
        this.opening = opening;
        this.systems = systems;
        this.current = current;
    }

    @Scheduled(
            every = "1s",
            identity = "intake.sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        List<Waiting> waiting = opening.waiting(BATCH);
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, String> codes = systems
                .findByIds(waiting.stream().map(Waiting::system).toList())
                .stream()
                .collect(Collectors.toMap(SystemView::id, SystemView::code));
        for (Waiting one : waiting) {
            String code = codes.get(one.system());
            if (code != null) {
                open(one, code);
            }
        }
    }

    private void open(Waiting one, String code) {
        try {
            current.set(Source.actor(one.source(), one.name(), one.institution()));
            opening.open(one.system(), code, null);
        } catch (RuntimeException e) {
            // One system that cannot be opened must not keep the others from it.
            LOG.errorf(e, "no incident could be opened for %s; tried later", code);
            opening.postpone(one.system());
        }
    }
}
