package io.haetae.duty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.duty.Escalation.RollCall;
import io.haetae.duty.Escalation.State;
import io.haetae.duty.Escalation.Step;
import io.haetae.duty.Escalation.StepState;
import io.haetae.duty.Escalation.Told;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Call-outs as others see them. */
@ApplicationScoped
class ChainViews {

    private static final TypeReference<List<Callee>> CALLEES = new TypeReference<>() {};
    private static final TypeReference<List<Told>> TOLD = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    ChainViews(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Escalation> of(String subjectKind, String subjectId) {
        Map<UUID, List<Step>> steps = new HashMap<>();
        sql.list(
                """
                select s.chain, s.level, s.roll_call, s.due_at, s.state, s.done_at, s.callees, s.told
                from duty_step s join duty_chain c on c.id = s.chain
                where c.subject_kind = ? and c.subject_id = ? order by s.chain, s.ordinal
                """,
                row -> steps.computeIfAbsent(row.getObject("chain", UUID.class), any -> new ArrayList<>())
                        .add(step(row)),
                subjectKind,
                subjectId);
        Map<UUID, List<RollCall>> rolls = new HashMap<>();
        sql.list(
                """
                select r.chain, r.person, r.name, r.called_at, r.answered_at
                from duty_roll_call r join duty_chain c on c.id = r.chain
                where c.subject_kind = ? and c.subject_id = ? order by r.chain, r.called_at, r.name
                """,
                row -> rolls.computeIfAbsent(row.getObject("chain", UUID.class), any -> new ArrayList<>())
                        .add(new RollCall(
                                row.getObject("person", UUID.class),
                                row.getString("name"),
                                Sql.requiredInstant(row, "called_at"),
                                Sql.instant(row, "answered_at"))),
                subjectKind,
                subjectId);
        return sql.list("""
                select id, policy, policy_version, failure_grade, state, exercise, started_at, next_at, ended_at,
                    ended_why, answered_by, answered_name, answered_how, lapses_at
                from duty_chain where subject_kind = ? and subject_id = ? order by started_at desc, id desc
                """, row -> chain(row, steps, rolls), subjectKind, subjectId);
    }

    List<Escalations.Answered> answeredSince(String subjectKind, Instant since) {
        return sql.list(
                """
                select c.subject_id, c.answered_by, c.answered_name, c.answered_how, c.ended_at from duty_chain c
                where c.subject_kind = ? and c.state = 'ACKNOWLEDGED' and c.ended_at >= ?
                    and not exists (select 1 from duty_chain n
                        where n.subject_kind = c.subject_kind and n.subject_id = c.subject_id
                            and (n.started_at, n.id) > (c.started_at, c.id))
                order by c.ended_at, c.subject_id
                """,
                row -> new Escalations.Answered(row.getString("subject_id"), Objects.requireNonNull(answer(row))),
                subjectKind,
                since);
    }

    List<Escalations.Lapsed> lapsed(String subjectKind) {
        return sql.list(
                """
                select subject_id, started_at from duty_chain
                where subject_kind = ? and state in ('RUNNING', 'EXHAUSTED') and resumes is not null
                """,
                row -> new Escalations.Lapsed(row.getString("subject_id"), Sql.requiredInstant(row, "started_at")),
                subjectKind);
    }

    private static Escalation chain(ResultSet row, Map<UUID, List<Step>> steps, Map<UUID, List<RollCall>> rolls)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Escalation(
                id,
                row.getString("policy"),
                row.getString("policy_version"),
                row.getInt("failure_grade"),
                State.valueOf(row.getString("state")),
                row.getBoolean("exercise"),
                Sql.requiredInstant(row, "started_at"),
                Sql.instant(row, "next_at"),
                Sql.instant(row, "ended_at"),
                row.getString("ended_why"),
                answer(row),
                Sql.instant(row, "lapses_at"),
                rolls.getOrDefault(id, List.of()),
                steps.getOrDefault(id, List.of()));
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        String how = row.getString("answered_how");
        return how == null
                ? null
                : new Answer(
                        row.getObject("answered_by", UUID.class),
                        row.getString("answered_name"),
                        Answer.By.valueOf(how),
                        Sql.requiredInstant(row, "ended_at"));
    }

    private Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("level"),
                row.getBoolean("roll_call"),
                Sql.requiredInstant(row, "due_at"),
                StepState.valueOf(row.getString("state")),
                Sql.instant(row, "done_at"),
                read(row.getString("callees"), CALLEES),
                read(row.getString("told"), TOLD));
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored step cannot be read", e);
        }
    }
}
