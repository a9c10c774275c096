package io.haetae.identity;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import org.jboss.logging.Logger;

/** After a merger, and every minute: lets every room follow. One that cannot keeps no other from it. */
@ApplicationScoped
class SuccessionSweep {

    private static final Logger LOG = Logger.getLogger(SuccessionSweep.class);

    private final List<Succession> rooms;

    SuccessionSweep(@All List<Succession> rooms) {
        this.rooms = rooms;
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) InstitutionChanged event) {
        run();
    }

    @Scheduled(
            identity = "identity.successions",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        for (Succession room : rooms) {
            try {
                room.follow();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s does not follow to the successor; tried again", room);
            }
        }
    }
}
