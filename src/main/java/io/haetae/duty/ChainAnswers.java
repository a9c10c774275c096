package io.haetae.duty;

import io.haetae.kernel.Sql;
import io.haetae.notify.Deliveries.Acknowledged;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers to call-outs: what they stop, when they lapse, and who of a roll call is still silent. */
@ApplicationScoped
class ChainAnswers {

    /** Everybody of a roll call has answered, or there is none. */
    private static final String ROLL_CALL_OVER =
            "not exists (select 1 from duty_roll_call r where r.chain = c.id and r.answered_at is null)";

    private final Sql sql;

    ChainAnswers(Sql sql) {
        this.sql = sql;
    }

    /** A chain that was stopped, and whose answer stopped it. */
    record Stopped(
            UUID chain,
            String subjectKind,
            String subjectId,
            @Nullable UUID person,
            String name,
            Answer.By by) {}

    /** Stops open chains about which somebody acknowledged a message that was sent after the chain started. */
    List<Stopped> stop(List<Acknowledged> acknowledged) {
        if (acknowledged.isEmpty()) {
            return List.of();
        }
        return sql.list(
                """
                with answered as (
                    select distinct on (c.id) c.id, a.person, a.name, a.how, a.at::timestamptz as at
                    from duty_chain c
                    join unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                        as a(kind, subject, person, name, how, told_at, at)
                      on c.subject_kind = a.kind and c.subject_id = a.subject
                        and c.started_at <= a.told_at::timestamptz
                    where c.state in ('RUNNING', 'EXHAUSTED') order by c.id, a.at::timestamptz)
                update duty_chain c set state = 'ACKNOWLEDGED', next_at = null, ended_at = a.at,
                    lapses_at = a.at + make_interval(secs => c.acknowledgement_lasts),
                    answered_by = a.person, answered_name = a.name, answered_how = a.how
                from answered a where c.id = a.id and c.state in ('RUNNING', 'EXHAUSTED')
                    and\s""" + ROLL_CALL_OVER + """

                returning c.id, c.subject_kind, c.subject_id, c.answered_by, c.answered_name, c.answered_how
                """,
                ChainAnswers::stopped,
                ChainStore.texts(acknowledged, Acknowledged::subjectKind),
                ChainStore.texts(acknowledged, Acknowledged::subjectId),
                acknowledged.stream().map(Acknowledged::person).toArray(UUID[]::new),
                ChainStore.texts(acknowledged, Acknowledged::name),
                ChainStore.texts(acknowledged, each -> how(each).name()),
                ChainStore.texts(acknowledged, each -> each.toldAt().toString()),
                ChainStore.texts(acknowledged, each -> each.at().toString()));
    }

    /** Stops the open chain of a subject with an answer. */
    List<Stopped> stop(String subjectKind, String subjectId, Answer answer) {
        return sql.list(
                """
                update duty_chain c set state = 'ACKNOWLEDGED', next_at = null, ended_at = at,
                    lapses_at = at + make_interval(secs => acknowledgement_lasts), answered_by = ?,
                    answered_name = ?, answered_how = ?
                from (select ?::timestamptz as at) answer
                where subject_kind = ? and subject_id = ? and state in ('RUNNING', 'EXHAUSTED')
                    and\s""" + ROLL_CALL_OVER + """

                returning id, subject_kind, subject_id, answered_by, answered_name, answered_how
                """,
                ChainAnswers::stopped,
                answer.person(),
                answer.name(),
                answer.by(),
                answer.at(),
                subjectKind,
                subjectId);
    }

    /** An answer that stands is not to lapse any more: the matter is over, or another call-out takes its place. */
    void keepAnswers(String subjectKind, String subjectId) {
        sql.update("""
                update duty_chain set lapses_at = null
                where subject_kind = ? and subject_id = ? and lapses_at is not null
                """, subjectKind, subjectId);
    }

    /** Ticks a person off the roll of the open chain of a subject. Says whether somebody on it is still silent. */
    boolean answerRollCall(String subjectKind, String subjectId, @Nullable UUID person, Instant at) {
        sql.update("""
                update duty_roll_call r set answered_at = ? from duty_chain c
                where c.id = r.chain and c.subject_kind = ? and c.subject_id = ? and c.state in ('RUNNING', 'EXHAUSTED')
                    and r.person = ? and r.answered_at is null
                """, at, subjectKind, subjectId, person);
        return sql.first("""
                        select 1 from duty_roll_call r join duty_chain c on c.id = r.chain
                        where c.subject_kind = ? and c.subject_id = ? and c.state in ('RUNNING', 'EXHAUSTED')
                            and r.answered_at is null limit 1
                        """, row -> 1, subjectKind, subjectId).isPresent();
    }

    /** Ticks everybody off who acknowledged a message of the chain. */
    void answerRollCalls(List<Acknowledged> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        sql.update(
                """
                update duty_roll_call r set answered_at = a.at::timestamptz
                from duty_chain c join unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                    as a(kind, subject, person, told_at, at)
                  on c.subject_kind = a.kind and c.subject_id = a.subject and c.started_at <= a.told_at::timestamptz
                where r.chain = c.id and r.person = a.person and r.answered_at is null
                """,
                ChainStore.texts(acknowledged, Acknowledged::subjectKind),
                ChainStore.texts(acknowledged, Acknowledged::subjectId),
                acknowledged.stream().map(Acknowledged::person).toArray(UUID[]::new),
                ChainStore.texts(acknowledged, each -> each.toldAt().toString()),
                ChainStore.texts(acknowledged, each -> each.at().toString()));
    }

    /** Somebody answered once more: the answer that stands lapses later. */
    void renew(String subjectKind, String subjectId, Instant at) {
        sql.update("""
                update duty_chain set lapses_at = ?::timestamptz + make_interval(secs => acknowledgement_lasts)
                where subject_kind = ? and subject_id = ? and lapses_at is not null
                """, at, subjectKind, subjectId);
    }

    /** Call-outs whose answer lapses by now. */
    List<Lapsing> lapsing(Instant now, int limit) {
        return sql.list(
                "select id, subject_kind, subject_id from duty_chain where lapses_at <= ? order by lapses_at, id limit ?",
                row -> new Lapsing(
                        row.getObject("id", UUID.class), row.getString("subject_kind"), row.getString("subject_id")),
                now,
                limit);
    }

    /** A call-out whose answer lapses. */
    record Lapsing(UUID chain, String subjectKind, String subjectId) {}

    /**
     * Starts the levels of a call-out anew if its answer has lapsed by now and no other is open, in one statement; the
     * caller holds the lock of the subject. Says whether it did.
     */
    boolean resume(UUID chain, UUID anew, Instant now) {
        int resumed = sql.update("""
                with lapsed as (
                    update duty_chain c set lapses_at = null
                    where c.id = ? and c.state = 'ACKNOWLEDGED' and c.lapses_at <= ?
                        and not exists (select 1 from duty_chain o where o.subject_kind = c.subject_kind
                            and o.subject_id = c.subject_id and o.state in ('RUNNING', 'EXHAUSTED'))
                    returning *)
                insert into duty_chain (id, subject_kind, subject_id, scope, policy, policy_version, failure_grade,
                    title_ko, title_en, body_ko, body_en, exercise, acknowledgement_lasts, state, started_at, next_at,
                    resumes)
                select ?, subject_kind, subject_id, scope, policy, policy_version, failure_grade,
                    title_ko, title_en, body_ko, body_en, exercise, acknowledgement_lasts, 'RUNNING', ?, ?, id
                from lapsed
                """, chain, now, anew, now, now);
        if (resumed == 0) {
            return false;
        }
        sql.update("""
                insert into duty_step (chain, ordinal, level, roll_call, due_at, callees, state)
                select ?, ordinal, level, roll_call,
                    ?::timestamptz + (due_at - min(due_at) over ()), callees, 'WAITING'
                from duty_step where chain = ?
                """, anew, now, chain);
        return true;
    }

    /** A call that was answered by a key, a text message, or anything on a screen. */
    private static Answer.By how(Acknowledged acknowledged) {
        return switch (acknowledged.channel()) {
            case SMS -> Answer.By.SMS;
            case VOICE -> Answer.By.PHONE;
            default -> Answer.By.PAGE;
        };
    }

    private static Stopped stopped(ResultSet row) throws SQLException {
        return new Stopped(
                row.getObject("id", UUID.class),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getObject("answered_by", UUID.class),
                row.getString("answered_name"),
                Answer.By.valueOf(row.getString("answered_how")));
    }
}
