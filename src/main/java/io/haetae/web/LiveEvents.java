package io.haetae.web;

import io.haetae.audit.JournalService;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells open pages that something has changed, and nothing else: each reader fetches the page again under their own
 * scope. One look at the journal per replica serves them all, because every change of state is an entry there.
 */
@ApplicationScoped
class LiveEvents {

    private final BroadcastProcessor<Long> changes = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong(-1);
    private final JournalService journal;

    LiveEvents(JournalService journal) {
        this.journal = journal;
    }

    /** Numbers that grow with each change; slow readers miss some, which is harmless. */
    Multi<Long> changes() {
        return changes.onOverflow()
                .drop()
                .onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    @Scheduled(
            every = "2s",
            identity = "web.live",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (listeners.get() == 0) {
            return;
        }
        long now = journal.newest();
        if (newest.getAndSet(now) != now) {
            changes.onNext(now);
        }
    }
}
