package io.haetae.notify;

import io.haetae.audit.Journal;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The queue in the outbox: taking what is due, and writing down what became of it. */
@ApplicationScoped
class DeliveryQueue {

    private static final Logger LOG = Logger.getLogger(DeliveryQueue.class);

    /**
     * One dead address must not hold up the others: nobody gets more than this many places in a batch. Messages to one
     * address that say the same go out as one, and so take one place.
     */
    private static final int PER_ADDRESS = 16;

    /** How far the clocks of replicas may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Sql sql;
    private final Texts texts;
    private final Journal journal;
    private final ContactCodes codes;
    private final EndpointSecrets secrets;
    private final Clock clock;
    private final NotifyConfig config;

    DeliveryQueue(
            Sql sql,
            Texts texts,
            Journal journal,
            ContactCodes codes,
            EndpointSecrets secrets,
            Clock clock,
            NotifyConfig config) {
        this.sql = sql;
        this.texts = texts;
        this.journal = journal;
        this.codes = codes;
        this.secrets = secrets;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Takes what is due on a channel, oldest first. No other replica gets it before the lease is over.
     *
     * @param busy addresses to which this replica sends at this moment, each as often as it does
     */
    @Transactional
    public List<Outgoing> claim(Channel channel, UUID lease, int limit, List<String> busy) {
        Instant now = clock.instant();
        List<Outgoing> taken = new ArrayList<>(claim(DueMessages.OLDEST, List.of(), channel, lease, limit, busy, now));
        if (taken.size() < limit) {
            List<String> places = new ArrayList<>(busy);
            taken.forEach(each -> places.add(each.place()));
            taken.addAll(claim(
                    DueMessages.OF_EACH_ADDRESS,
                    List.of(channel, channel),
                    channel,
                    lease,
                    limit - taken.size(),
                    places,
                    now));
        }
        taken.sort(Comparator.comparing(Outgoing::at).thenComparing(Outgoing::id));
        return taken;
    }

    private List<Outgoing> claim(
            String waiting,
            List<Channel> first,
            Channel channel,
            UUID lease,
            int limit,
            List<String> busy,
            Instant now) {
        List<@Nullable Object> parameters = new ArrayList<>(first);
        parameters.addAll(List.of(
                channel,
                now,
                config.gateway().perPerson(),
                now.minus(config.gateway().window()),
                busy.toArray(String[]::new),
                channel == Channel.SMS || channel == Channel.VOICE
                        ? PER_ADDRESS
                        : 1, // a number is told one thing at a time
                PER_ADDRESS,
                limit,
                now,
                lease,
                now.plus(config.lease())));
        return sql.list(waiting + DueMessages.TAKE, this::outgoing, parameters.toArray());
    }

    /**
     * A next try further away than any wait was noted by a clock that ran ahead and has been set right since: it would
     * wait until that time comes. It is due now.
     */
    @Transactional
    public void bringForward(Channel channel) {
        Instant now = clock.instant();
        Duration longest = config.lease().compareTo(config.longestRetry()) > 0 ? config.lease() : config.longestRetry();
        sql.update(
                "update notify_delivery set next_attempt_at = ? where state = 'PENDING' and channel = ?"
                        + " and next_attempt_at > ?",
                now,
                channel,
                now.plus(longest).plus(SKEW));
    }

    /** What became of one try to send a message, or several that were bundled as one. */
    record Tried(List<Outgoing> deliveries, UUID lease, Sender.Outcome outcome) {

        Tried {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** Writes down what became of these tries. */
    @Transactional
    public void mark(List<Tried> tried) {
        tried.forEach(each -> mark(each.deliveries(), each.lease(), each.outcome()));
    }

    /** Writes down what became of one try to send these messages, bundled as one when they are several. */
    private void mark(List<Outgoing> deliveries, UUID lease, Sender.Outcome outcome) {
        for (Outgoing each : deliveries) {
            mark(each, lease, outcome);
        }
        if (deliveries.size() > 1 && outcome.code() == null) {
            sql.update(
                    """
                    update notify_delivery set bundle = ?, gateway = (select gateway from notify_delivery where id = ?)
                    where id = any(?)
                    """,
                    deliveries.get(0).id(),
                    deliveries.get(0).id(),
                    deliveries.stream().map(Outgoing::id).toArray(UUID[]::new));
        }
    }

    /** Writes down what became of one try. Somebody may have acknowledged or withdrawn the delivery meanwhile. */
    private void mark(Outgoing delivery, UUID lease, Sender.Outcome outcome) {
        Instant now = clock.instant();
        String code = outcome.code();
        if (code == null) {
            markSent(delivery, lease, now);
            return;
        }
        LocalizedText reason = texts.both("notify.failure." + code, outcome.facts());
        boolean again = outcome.again() && delivery.attempt() < config.maxAttempts();
        int changed = sql.update(
                """
                update notify_delivery set state = ?, next_attempt_at = ?, lease = null, failure_code = ?,
                    failure_ko = ?, failure_en = ?
                where id = ? and lease = ? and state = 'PENDING'
                """,
                again ? DeliveryView.State.PENDING : DeliveryView.State.FAILED,
                again ? now.plus(wait(delivery.attempt())) : null,
                code,
                reason.ko(),
                reason.en(),
                delivery.id(),
                lease);
        if (changed == 1 && !again) {
            journal.record(
                    "notify.failed",
                    delivery.subjectKind(),
                    delivery.subjectId(),
                    Map.of("delivery", delivery.id().toString(), "to", delivery.to(), "reason", code));
        }
    }

    private void markSent(Outgoing delivery, UUID lease, Instant now) {
        sql.update("""
                update notify_delivery set
                    state = case when state = 'ACKNOWLEDGED' then state else 'SENT' end,
                    sent_at = ?, next_attempt_at = null, lease = null, failure_code = null, failure_ko = null,
                    failure_en = null
                where id = ? and (lease = ? or lease is null) and sent_at is null
                """, now, delivery.id(), lease);
    }

    /** Doubles with each try, up to the configured longest wait. */
    private Duration wait(int attempt) {
        Duration wait = config.firstRetry().multipliedBy(1L << Math.min(attempt - 1, 20));
        return wait.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : wait;
    }

    /** One that cannot be opened, because it was sealed with a key that is not here, must not hold up the others. */
    private Outgoing outgoing(ResultSet row) throws SQLException {
        try {
            return outgoing(row, secret(row), body(row));
        } catch (IllegalStateException e) {
            LOG.errorf(e, "what delivery %s needs cannot be opened", row.getString("id"));
            return outgoing(row, Outgoing.UNREADABLE, Sql.text(row, "body"));
        }
    }

    private static Outgoing outgoing(ResultSet row, @Nullable String secret, LocalizedText body) throws SQLException {
        return new Outgoing(
                row.getObject("id", UUID.class),
                row.getString("idempotency_key"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                Objects.requireNonNullElse(row.getString("endpoint_address"), row.getString("address")),
                secret,
                row.getInt("level"),
                Sql.text(row, "title"),
                body,
                row.getBoolean("exercise"),
                Sql.requiredInstant(row, "at"),
                row.getInt("attempts"),
                List.of());
    }

    private @Nullable String secret(ResultSet row) throws SQLException {
        UUID endpoint = row.getObject("endpoint", UUID.class);
        return endpoint == null ? null : secrets.open(endpoint, row.getString("secret"), row.getBytes("sealed"));
    }

    private LocalizedText body(ResultSet row) throws SQLException {
        LocalizedText body = Sql.text(row, "body");
        byte[] code = row.getBytes("code");
        if (code == null) {
            return body;
        }
        UUID contact = UUID.fromString(row.getString("subject_id"));
        return new LocalizedText(codes.filled(body.ko(), contact, code), codes.filled(body.en(), contact, code));
    }
}
