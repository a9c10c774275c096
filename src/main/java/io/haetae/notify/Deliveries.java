package io.haetae.notify;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, whether it arrived, and the recipient's word that it did. */
@ApplicationScoped
public class Deliveries {

    /** The recipient, those concerned, and whoever reaches every subject unless it is restricted. */
    private static final String VISIBLE = """
            (d.person = ? or d.scope && ? or ? and (? or not exists (select 1 from notify_restricted_subject r
                where r.subject_kind = d.subject_kind and r.subject_id = d.subject_id and not (r.situation_room and ?))))""";

    private final Sql sql;
    private final Journal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final Clock clock;

    Deliveries(Sql sql, Journal journal, CurrentActor actor, Texts texts, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.clock = clock;
    }

    /** Deliveries in scope or addressed to the reader himself, newest first. */
    @Transactional
    public Page<DeliveryView> list(Scope scope, Filter filter, @Nullable String cursor, int limit) {
        StringBuilder where = new StringBuilder(VISIBLE);
        List<@Nullable Object> parameters = new ArrayList<>(visibleTo(scope));
        narrow(where, parameters, "d.subject_kind = ?", filter.subjectKind());
        narrow(where, parameters, "d.subject_id = ?", filter.subjectId());
        narrow(where, parameters, "d.state = ?", filter.state());
        narrow(where, parameters, "d.person = ?", filter.person());
        narrow(where, parameters, "d.channel = ?", filter.channel());
        narrow(where, parameters, "d.bundle = ?", filter.bundle());
        if (cursor != null) {
            List<String> last = Cursor.parse(cursor, 2);
            where.append(" and (d.at, d.id) < (?::timestamptz, ?::uuid)");
            parameters.addAll(last);
        }
        parameters.add(limit + 1);
        List<DeliveryView> rows = sql.list(
                "select " + DeliveryRows.COLUMNS + " from notify_delivery d where " + where
                        + " order by d.at desc, d.id desc limit ?",
                DeliveryRows::view,
                parameters.toArray());
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id()));
    }

    /** Every delivery about a subject, oldest first; for rooms that have checked the scope of the subject. */
    @Transactional
    public List<DeliveryView> of(String subjectKind, String subjectId) {
        return sql.list(
                "select " + DeliveryRows.COLUMNS + " from notify_delivery d"
                        + " where d.subject_kind = ? and d.subject_id = ? order by d.at, d.level, d.id",
                DeliveryRows::view,
                subjectKind,
                subjectId);
    }

    /** One delivery in scope or of the reader himself, else 404. */
    @Transactional
    public DeliveryView get(UUID id) {
        return load(id);
    }

    /**
     * Somebody answered for a subject: his own deliveries are acknowledged, those that others have not been sent yet
     * are withdrawn. Joins the caller's transaction, which journals the answer.
     *
     * @param person who answered, or null when he has no account here
     */
    @Transactional(TxType.MANDATORY)
    public void acknowledge(String subjectKind, String subjectId, @Nullable UUID person, Instant at) {
        acknowledgeOwn(subjectKind, subjectId, person, at);
        withdraw(subjectKind, subjectId, "answered");
    }

    /** Somebody answered while others must still do so: only his own deliveries are acknowledged. */
    @Transactional(TxType.MANDATORY)
    public void acknowledgeOwn(String subjectKind, String subjectId, @Nullable UUID person, Instant at) {
        if (person != null) {
            sql.update("""
                    update notify_delivery set state = 'ACKNOWLEDGED', acknowledged_at = ?, next_attempt_at = null,
                        lease = null
                    where subject_kind = ? and subject_id = ? and person = ? and state in ('PENDING', 'SENT')
                    """, at, subjectKind, subjectId, person);
        }
    }

    /**
     * Withdraws what has not been sent yet; the rows stay and say why. Joins the caller's transaction.
     *
     * @param why {@code answered} or {@code over}
     */
    @Transactional(TxType.MANDATORY)
    public void withdraw(String subjectKind, String subjectId, String why) {
        var reason = texts.both("notify.failure." + why, Map.of());
        sql.update("""
                update notify_delivery set state = 'FAILED', next_attempt_at = null, lease = null,
                    failure_code = ?, failure_ko = ?, failure_en = ?
                where subject_kind = ? and subject_id = ? and state = 'PENDING'
                """, why, reason.ko(), reason.en(), subjectKind, subjectId);
    }

    /**
     * Only those concerned, the situation room and auditors may read messages about the subject (need to know), or
     * everybody again whose scope reaches it. Joins the caller's transaction.
     */
    @Transactional(TxType.MANDATORY)
    public void restrict(String subjectKind, String subjectId, boolean restricted) {
        sql.update(
                restricted
                        ? "insert into notify_restricted_subject (subject_kind, subject_id) values (?, ?) on conflict do nothing"
                        : "delete from notify_restricted_subject where subject_kind = ? and subject_id = ?",
                subjectKind,
                subjectId);
    }

    /** The recipient says that the message arrived. Saying so twice changes nothing. */
    @Transactional
    public DeliveryView acknowledgeOwn(UUID id) {
        DeliveryView delivery = load(id);
        if (!actor.get().id().equals(delivery.person())) {
            throw new Refusal(NotifyError.NOT_THE_RECIPIENT);
        }
        int changed = sql.update("""
                update notify_delivery set state = 'ACKNOWLEDGED', acknowledged_at = ?, next_attempt_at = null,
                    lease = null where id = ? and state in ('PENDING', 'SENT')
                """, clock.instant(), id);
        if (changed == 1) {
            journal.record(
                    "notify.acknowledged",
                    delivery.subject().kind(),
                    delivery.subject().id(),
                    Map.of(
                            "delivery",
                            id.toString(),
                            "channel",
                            delivery.channel().name()));
        }
        return load(id);
    }

    /** Sends the same message to the same recipient once more; the former delivery stays as it is. */
    @Transactional
    public DeliveryView resend(UUID id) {
        actor.require(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
        DeliveryView former = load(id);
        UUID again = Ids.at(clock.instant());
        int stored = sql.update("""
                insert into notify_delivery (id, idempotency_key, subject_kind, subject_id, scope, person, recipient,
                    channel, address, level, title_ko, title_en, body_ko, body_en, exercise, state, at,
                    next_attempt_at, sent_at)
                select ?, idempotency_key || '#' || ?, subject_kind, subject_id, scope, person, recipient, channel,
                    address, level, title_ko, title_en, body_ko, body_en, exercise,
                    case channel when 'IN_APP' then 'SENT' else 'PENDING' end, ?::timestamptz,
                    case channel when 'IN_APP' then null else ?::timestamptz end,
                    case channel when 'IN_APP' then ?::timestamptz end
                from notify_delivery where id = ? and address <> ''
                """, again, again.toString(), clock.instant(), clock.instant(), clock.instant(), id);
        if (stored == 0) {
            throw new Refusal(NotifyError.NOTHING_TO_RESEND);
        }
        journal.record(
                "notify.resent",
                former.subject().kind(),
                former.subject().id(),
                Map.of("delivery", id.toString(), "again", again.toString(), "to", former.to()));
        return load(again);
    }

    /** Who has acknowledged a message since then, oldest first; the escalation stops for them. */
    @Transactional
    public List<Acknowledged> acknowledgedSince(Instant since) {
        return sql.list("""
                select subject_kind, subject_id, person, recipient, channel, at, acknowledged_at from notify_delivery
                where acknowledged_at >= ? order by acknowledged_at
                """, Deliveries::acknowledged, since);
    }

    /** Who has acknowledged a message about one of these subjects, oldest first. */
    @Transactional
    public List<Acknowledged> acknowledgedAbout(Collection<String> subjectIds) {
        return sql.list("""
                select subject_kind, subject_id, person, recipient, channel, at, acknowledged_at from notify_delivery
                where subject_id = any(?) and acknowledged_at is not null order by acknowledged_at
                """, Deliveries::acknowledged, (Object) subjectIds.toArray(String[]::new));
    }

    private DeliveryView load(UUID id) {
        List<@Nullable Object> parameters =
                new ArrayList<>(visibleTo(actor.get().scope()));
        parameters.add(id);
        return sql.first(
                        "select " + DeliveryRows.COLUMNS + " from notify_delivery d where " + VISIBLE + " and d.id = ?",
                        DeliveryRows::view,
                        parameters.toArray())
                .orElseThrow(Refusal::notFound);
    }

    private List<Object> visibleTo(Scope scope) {
        Actor reader = actor.get();
        return List.of(
                reader.id(), scope.keyArray(), scope.all(), reader.hasAny(Role.AUDITOR), reader.hasAny(Role.SITUATION));
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static Acknowledged acknowledged(ResultSet row) throws SQLException {
        return new Acknowledged(
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getObject("person", UUID.class),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")),
                Sql.requiredInstant(row, "at"),
                Sql.requiredInstant(row, "acknowledged_at"));
    }

    /**
     * Somebody said that a message about a subject arrived.
     *
     * @param subjectKind what the message is about
     * @param subjectId which one
     * @param person who said so
     * @param name the person as people read it
     * @param channel over which way the message came
     * @param toldAt when the message was to be sent
     * @param at when the person said so
     */
    public record Acknowledged(
            String subjectKind,
            String subjectId,
            @Nullable UUID person,
            String name,
            Channel channel,
            Instant toldAt,
            Instant at) {}

    /**
     * Which deliveries to list; what is null does not narrow.
     *
     * @param subjectKind what they are about
     * @param subjectId which one they are about
     * @param state what became of them
     * @param person to whom
     * @param channel over which way
     * @param bundle in which bundle they went out
     */
    public record Filter(
            @Nullable String subjectKind,
            @Nullable String subjectId,
            DeliveryView.@Nullable State state,
            @Nullable UUID person,
            @Nullable Channel channel,
            @Nullable UUID bundle) {

        /** The deliveries about one subject. */
        public static Filter about(String kind, String id) {
            return new Filter(kind, id, null, null, null, null);
        }
    }
}
