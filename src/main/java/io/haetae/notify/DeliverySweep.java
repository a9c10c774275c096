package io.haetae.notify;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in every replica. A channel has its own sweep and its own threads, so that a slow one does not hold
 * up the others, and each delivery is written down by itself, so that one that fails leaves the rest as they are.
 */
@ApplicationScoped
class DeliverySweep {

    private static final Logger LOG = Logger.getLogger(DeliverySweep.class);
    private static final int IDLE_SECONDS = 30;

    private final DeliveryQueue queue;
    private final Map<Channel, Sender> senders = new LinkedHashMap<>();
    private final Map<Channel, ExecutorService> workers = new ConcurrentHashMap<>();
    private final int parallel;
    private final int batch;

    DeliverySweep(DeliveryQueue queue, @All List<Sender> senders, NotifyConfig config) {
        this.queue = queue;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
        this.parallel = config.parallel();
        this.batch = parallel * 2;
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
        queue.bringForward(channel);
        return new SendingRound(queue, channel, workers(channel), batch, this::send).run();
    }

    private ExecutorService workers(Channel channel) {
        return workers.computeIfAbsent(channel, any -> {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    parallel, parallel, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                        Thread thread =
                                new Thread(task, "haetae-" + channel.name().toLowerCase(Locale.ROOT));
                        thread.setDaemon(true);
                        return thread;
                    });
            threads.allowCoreThreadTimeOut(true);
            return threads;
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
        workers.values().forEach(ExecutorService::shutdownNow);
    }
}
