package io.haetae.notify;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in every replica. A channel has its own sweep, so that a slow one does not hold up the others,
 * and each delivery is written down by itself, so that one that fails leaves the rest as they are.
 */
@ApplicationScoped
class DeliverySweep {

    private static final Logger LOG = Logger.getLogger(DeliverySweep.class);

    private final DeliveryQueue queue;
    private final Map<Channel, Sender> senders = new LinkedHashMap<>();
    private final ExecutorService workers;
    private final int batch;

    DeliverySweep(DeliveryQueue queue, @All List<Sender> senders, NotifyConfig config) {
        this.queue = queue;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
        this.batch = config.parallel() * 4;
        this.workers = Executors.newFixedThreadPool(config.parallel(), task -> {
            Thread thread = new Thread(task, "haetae-notify");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Scheduled(
            identity = "notify.mail",
            every = "${haetae.notify.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void mail() {
        run(Channel.MAIL);
    }

    @Scheduled(
            identity = "notify.webhook",
            every = "${haetae.notify.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void webhook() {
        run(Channel.WEBHOOK);
    }

    @Scheduled(
            identity = "notify.relay",
            every = "${haetae.notify.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void relay() {
        run(Channel.RELAY);
    }

    @Scheduled(
            identity = "notify.sms",
            every = "${haetae.notify.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void sms() {
        run(Channel.SMS);
    }

    @Scheduled(
            identity = "notify.voice",
            every = "${haetae.notify.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void voice() {
        run(Channel.VOICE);
    }

    /** Sends everything due on a channel and says how many tries that took. */
    @ActivateRequestContext
    int run(Channel channel) {
        int tries = 0;
        List<Outgoing> taken;
        do {
            UUID lease = UUID.randomUUID();
            taken = queue.claim(channel, lease, batch);
            sendAll(taken, lease);
            tries += taken.size();
        } while (!taken.isEmpty());
        return tries;
    }

    private void sendAll(List<Outgoing> taken, UUID lease) {
        Map<Outgoing, Future<Sender.Outcome>> running = new LinkedHashMap<>();
        Map<Outgoing, List<Outgoing>> bundles = Bundles.of(taken);
        for (Outgoing delivery : bundles.keySet()) {
            running.put(delivery, workers.submit(() -> send(delivery)));
        }
        running.forEach((delivery, outcome) -> {
            try {
                queue.mark(bundles.getOrDefault(delivery, List.of()), lease, outcome.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | RuntimeException e) {
                // its lease runs out and it is sent again: at least once, with the same key
                LOG.errorf(e, "what became of %s could not be written down", delivery);
            }
        });
    }

    private Sender.Outcome send(Outgoing delivery) {
        Sender sender = senders.get(delivery.channel());
        if (sender == null) {
            return Sender.Outcome.failed("no-sender", delivery.channel().name());
        }
        if (Outgoing.UNREADABLE.equals(delivery.secret())) {
            return Sender.Outcome.retry("secret-unreadable", "");
        }
        try {
            return sender.send(delivery);
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s failed", delivery);
            return Sender.Outcome.retry("channel-error", e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
