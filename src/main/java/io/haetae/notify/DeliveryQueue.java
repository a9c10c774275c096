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
    private static final int PER_ADDRESS = 8;

    private static final String CLAIM = """
            with waiting as (
                select id, next_attempt_at, dense_rank() over (partition by address order by since, said) as turn,
                    dense_rank() over (order by since, address, said) as place
                from (select id, address, next_attempt_at, said,
                    min(next_attempt_at) over (partition by address, said) as since
                from (select id, address, next_attempt_at, case when channel in ('SMS', 'VOICE', 'WEBHOOK')
                        then hashtext(title_ko || body_ko)::text else id::text end as said
                      from notify_delivery p
                      where state = 'PENDING' and channel = ? and next_attempt_at <= ?
                        and (channel not in ('SMS', 'VOICE') or ? > (
                            select count(distinct coalesce(s.bundle, s.id)) from notify_delivery s
                            where s.channel = p.channel and s.address = p.address and s.sent_at > ?))
                      order by next_attempt_at, id limit 5000) oldest) same),
            taken as (
                select id from notify_delivery
                where id in (select id from waiting where turn <= ? and place <= ?)
                  and state = 'PENDING' and next_attempt_at <= ?
                for update skip locked)
            update notify_delivery d set lease = ?, attempts = attempts + 1, next_attempt_at = ?
            from taken
            where d.id = taken.id
            returning d.id, d.idempotency_key, d.subject_kind, d.subject_id, d.recipient, d.channel, d.level, d.at,
                d.title_ko, d.title_en, d.body_ko, d.body_en, d.exercise, d.attempts, d.address,
                (select e.address from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as endpoint_address,
                (select e.id from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as endpoint,
                (select e.secret from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as secret,
                (select e.sealed from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as sealed,
                (select c.code from notify_contact c
                 where c.id = case d.subject_kind when 'CONTACT' then d.subject_id::uuid end) as code
            """;

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

    /** Takes what is due on a channel. No other replica gets it before the lease is over. */
    @Transactional
    public List<Outgoing> claim(Channel channel, UUID lease, int limit) {
        Instant now = clock.instant();
        return sql.list(
                CLAIM,
                this::outgoing,
                channel,
                now,
                config.gateway().perPerson(),
                now.minus(config.gateway().window()),
                PER_ADDRESS,
                limit,
                now,
                lease,
                now.plus(config.lease()));
    }

    /** Writes down what became of one try to send these messages, bundled as one when they are several. */
    @Transactional
    public void mark(List<Outgoing> deliveries, UUID lease, Sender.Outcome outcome) {
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
    @Transactional
    public void mark(Outgoing delivery, UUID lease, Sender.Outcome outcome) {
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
