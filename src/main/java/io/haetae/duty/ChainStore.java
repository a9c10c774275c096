package io.haetae.duty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of call-outs, many at a time: ten thousand may fall due in the same minute. */
@ApplicationScoped
class ChainStore {

    private static final TypeReference<List<Callee>> CALLEES = new TypeReference<>() {};
    private static final String CLAIMED =
            "id, subject_kind, subject_id, scope, failure_grade, title_ko, title_en, body_ko, body_en,"
                    + " exercise, started_at";

    private final Sql sql;
    private final ObjectMapper json;

    ChainStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What became of a step: its new state and whom it told. */
    record Done(UUID chain, int ordinal, Escalation.StepState state, List<Escalation.Told> told) {}

    /** When a chain goes on; null when its last step is done. */
    record Next(UUID chain, @Nullable Instant at) {}

    /** One who was called on a roll call. */
    record Called(UUID chain, UUID person, String name) {}

    void insert(UUID id, CallOut callOut, Instant now) {
        List<CallOutStep> steps = callOut.steps().stream()
                .sorted(Comparator.comparing(CallOutStep::dueAt).thenComparing(CallOutStep::level))
                .toList();
        sql.update(
                """
                insert into duty_chain (id, subject_kind, subject_id, scope, policy, policy_version, failure_grade,
                    title_ko, title_en, body_ko, body_en, exercise, acknowledgement_lasts, state, started_at, next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?)
                """,
                id,
                callOut.subjectKind(),
                callOut.subjectId(),
                callOut.scope().toArray(String[]::new),
                callOut.policy(),
                callOut.policyVersion(),
                callOut.failureGrade(),
                callOut.title().ko(),
                callOut.title().en(),
                callOut.body().ko(),
                callOut.body().en(),
                callOut.exercise(),
                seconds(callOut.acknowledgementLasts()),
                now,
                steps.get(0).dueAt());
        sql.update(
                """
                insert into duty_step (chain, ordinal, level, roll_call, due_at, callees, state)
                select ?, ordinality, level, roll_call::boolean, due_at::timestamptz, callees::jsonb, 'WAITING'
                from unnest(?::int[], ?::text[], ?::text[], ?::text[])
                    with ordinality as step(level, roll_call, due_at, callees, ordinality)
                """,
                id,
                steps.stream().map(CallOutStep::level).toArray(Integer[]::new),
                texts(steps, step -> String.valueOf(step.rollCall())),
                texts(steps, step -> step.dueAt().toString()),
                texts(steps, step -> write(step.callees())));
    }

    /** One writer per subject until the transaction ends: two starts at once would both find no open chain. */
    void lock(String subjectKind, String subjectId) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 0, subjectKind + "/" + subjectId);
    }

    /** Claims chains that are due and that nobody has answered; other replicas skip them. */
    List<Chain> claim(Instant now, int limit) {
        return sql.list(
                "select " + CLAIMED + " from duty_chain where state = 'RUNNING' and next_at <= ?"
                        + " order by next_at, id limit ? for update skip locked",
                ChainStore::chain,
                now,
                limit);
    }

    /** Claims one chain, if it is still due and nobody else has it. */
    List<Chain> claim(UUID id, Instant now) {
        return sql.list(
                "select " + CLAIMED + " from duty_chain where id = ? and state = 'RUNNING' and next_at <= ?"
                        + " for update skip locked",
                ChainStore::chain,
                id,
                now);
    }

    List<UUID> dueIds(Instant now, int limit) {
        return sql.list(
                "select id from duty_chain where state = 'RUNNING' and next_at <= ? order by next_at, id limit ?",
                row -> row.getObject("id", UUID.class),
                now,
                limit);
    }

    void postpone(UUID id, Instant until) {
        sql.update("update duty_chain set next_at = ? where id = ? and state = 'RUNNING'", until, id);
    }

    /** Every step of these chains that has not been carried out, in order. */
    List<WaitingStep> waiting(List<UUID> chains) {
        return sql.list(
                """
                select chain, ordinal, level, roll_call, due_at, callees from duty_step
                where chain = any(?) and state = 'WAITING' order by chain, ordinal
                """,
                row -> new WaitingStep(
                        row.getObject("chain", UUID.class),
                        row.getInt("ordinal"),
                        row.getInt("level"),
                        row.getBoolean("roll_call"),
                        Sql.requiredInstant(row, "due_at"),
                        callees(row.getString("callees"))),
                (Object) chains.toArray(UUID[]::new));
    }

    void done(List<Done> steps, Instant now) {
        sql.update(
                """
                update duty_step s set state = done.state, done_at = ?, told = done.told::jsonb
                from unnest(?::uuid[], ?::int[], ?::text[], ?::text[]) as done(chain, ordinal, state, told)
                where s.chain = done.chain and s.ordinal = done.ordinal
                """,
                now,
                steps.stream().map(Done::chain).toArray(UUID[]::new),
                steps.stream().map(Done::ordinal).toArray(Integer[]::new),
                texts(steps, step -> step.state().name()),
                texts(steps, step -> write(step.told())));
    }

    void next(List<Next> chains) {
        sql.update(
                """
                update duty_chain c set next_at = next.at::timestamptz,
                    state = case when next.at is null then 'EXHAUSTED' else 'RUNNING' end
                from unnest(?::uuid[], ?::text[]) as next(chain, at) where c.id = next.chain
                """,
                chains.stream().map(Next::chain).toArray(UUID[]::new),
                chains.stream()
                        .map(next -> next.at() == null ? null : next.at().toString())
                        .toArray(String[]::new));
    }

    /** Ends the open chain of a subject without an answer; {@code state} is SUPERSEDED or ENDED. */
    List<UUID> end(String subjectKind, String subjectId, Escalation.State state, String why, Instant now) {
        return sql.list("""
                update duty_chain set state = ?, next_at = null, ended_at = ?, ended_why = ?
                where subject_kind = ? and subject_id = ? and state in ('RUNNING', 'EXHAUSTED') returning id
                """, row -> row.getObject("id", UUID.class), state, now, why, subjectKind, subjectId);
    }

    /** Puts people on the roll of their chain; who stands there already keeps his line. */
    void call(List<Called> called, Instant now) {
        if (called.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into duty_roll_call (chain, person, name, called_at)
                select chain, person, name, ? from unnest(?::uuid[], ?::uuid[], ?::text[]) as called(chain, person, name)
                on conflict do nothing
                """,
                now,
                called.stream().map(Called::chain).toArray(UUID[]::new),
                called.stream().map(Called::person).toArray(UUID[]::new),
                texts(called, Called::name));
    }

    void dropSteps(List<UUID> chains) {
        sql.update("update duty_step set state = 'DROPPED' where chain = any(?) and state = 'WAITING'", (Object)
                chains.toArray(UUID[]::new));
    }

    /** Makes the next step of the running chain due now; empty when no chain of the subject runs. */
    List<Integer> hurry(String subjectKind, String subjectId, Instant now) {
        return sql.list("""
                with hurried as (
                    update duty_chain set next_at = ?
                    where subject_kind = ? and subject_id = ? and state = 'RUNNING' returning id)
                update duty_step s set due_at = least(due_at, ?) from hurried
                where s.chain = hurried.id and s.ordinal =
                    (select min(ordinal) from duty_step where chain = hurried.id and state = 'WAITING')
                returning s.level
                """, row -> row.getInt("level"), now, subjectKind, subjectId, now);
    }

    List<Callee> callees(String text) {
        try {
            return json.readValue(text, CALLEES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored callees cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a step cannot be written as JSON", e);
        }
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static Chain chain(ResultSet row) throws SQLException {
        return new Chain(
                row.getObject("id", UUID.class),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                Set.of((String[]) row.getArray("scope").getArray()),
                row.getInt("failure_grade"),
                Sql.text(row, "title"),
                Sql.text(row, "body"),
                row.getBoolean("exercise"),
                Sql.requiredInstant(row, "started_at"));
    }
}
