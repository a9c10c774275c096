package io.haetae.notify;

import io.haetae.notify.DeliveryQueue.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One round of a channel: takes what is due, sends side by side, writes each down as soon as it is known, and goes on
 * taking meanwhile, so that an address that answers slowly delays itself and nobody else.
 */
final class SendingRound {

    private static final Logger LOG = Logger.getLogger(SendingRound.class);

    /** How long it waits for an answer before it looks again for what has fallen due. */
    private static final long LOOK_EVERY_MILLIS = 500;

    /** How long it gathers what is known before it writes it down, many in one transaction. */
    private static final long GATHER_MILLIS = 10;

    private final DeliveryQueue queue;
    private final Channel channel;
    private final CompletionService<Tried> threads;
    private final int most;
    private final Function<Outgoing, Sender.Outcome> sender;
    private final List<String> busy = new ArrayList<>();
    private int tries;
    private @Nullable RuntimeException failure;

    SendingRound(
            DeliveryQueue queue,
            Channel channel,
            Executor threads,
            int most,
            Function<Outgoing, Sender.Outcome> sender) {
        this.queue = queue;
        this.channel = channel;
        this.threads = new ExecutorCompletionService<>(threads);
        this.most = most;
        this.sender = sender;
    }

    /** Until nothing is due and nothing under way. Says how many tries that took. */
    int run() {
        take();
        try {
            while (!busy.isEmpty()) {
                note(threads.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
                take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return tries;
    }

    /** When nothing can be taken, what is under way is still to be written down. */
    private void take() {
        if (failure != null || busy.size() >= most) {
            return;
        }
        UUID lease = UUID.randomUUID();
        try {
            List<Outgoing> taken = queue.claim(channel, lease, most - busy.size(), busy);
            tries += taken.size();
            for (Map.Entry<Outgoing, List<Outgoing>> bundle : Bundles.of(taken).entrySet()) {
                busy.add(bundle.getKey().place());
                threads.submit(() -> new Tried(bundle.getValue(), lease, sender.apply(bundle.getKey())));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Writes down what is known by now. */
    private void note(@Nullable Future<Tried> first) throws InterruptedException {
        List<Tried> known = new ArrayList<>();
        for (Future<Tried> each = first; each != null; each = next(known.size())) {
            try {
                known.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a channel's outcome is never an exception", e);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        known.forEach(tried -> busy.remove(tried.deliveries().get(0).place()));
        try {
            queue.mark(known);
        } catch (RuntimeException e) {
            known.forEach(this::noteAlone);
        }
    }

    private @Nullable Future<Tried> next(int known) throws InterruptedException {
        return known < busy.size() ? threads.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS) : null;
    }

    private void noteAlone(Tried tried) {
        try {
            queue.mark(List.of(tried));
        } catch (RuntimeException e) {
            // its lease runs out and it is sent again: at least once, with the same key
            LOG.errorf(e, "what became of %s could not be written down", tried.deliveries());
        }
    }
}
