package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private final InstitutionService institutions;
    private final Journal journal;

    SuccessionSweep(@All List<Succession> rooms, InstitutionService institutions, Journal journal) {
        this.rooms = rooms;
        this.institutions = institutions;
        this.journal = journal;
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
        String[] former = QuarkusTransaction.requiringNew()
                .call(() -> institutions.succeeded().keySet().toArray(String[]::new));
        if (former.length == 0) {
            return;
        }
        for (Succession room : rooms) {
            try {
                QuarkusTransaction.requiringNew().run(() -> follow(room, former));
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s does not follow to the successor; tried again", room);
            }
        }
    }

    /** In a transaction of its own: it is woken when that of the merger has ended. */
    private void follow(Succession room, String[] former) {
        List<JournalEntry> followed = room.follow(former);
        if (!followed.isEmpty()) {
            journal.recordAll(followed);
        }
    }
}
