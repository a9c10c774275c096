package io.haetae.continuity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger in the database: written in sets, whether one receipt comes or ten thousand. */
@ApplicationScoped
class ReceiptRows {

    private static final String ENTRIES = """
            jsonb_to_recordset(cast(? as jsonb)) as e (number text, ledger uuid, no int, service text, office text,
                received_at timestamptz, content text, original_deadline text, period_from date, sent_at timestamptz,
                rule text, rule_used text, outcome text, deadline text, deadline_at timestamptz,
                excused_until timestamptz)""";

    private final Sql sql;
    private final ObjectMapper json;
    private final Sealing sealing;

    ReceiptRows(Sql sql, ObjectMapper json, Sealing sealing) {
        this.sql = sql;
        this.json = json;
        this.sealing = sealing;
    }

    /** What is written of one receipt. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Entry(
            String number,
            @Nullable UUID ledger,
            @Nullable Integer no,
            String service,
            String office,
            Instant receivedAt,
            String content,
            @Nullable String originalDeadline,
            @Nullable LocalDate periodFrom,
            @Nullable Instant sentAt,
            @Nullable String rule,
            @Nullable String ruleUsed,
            Relief.@Nullable Outcome outcome,
            @Nullable String deadline,
            @Nullable Instant deadlineAt,
            @Nullable Instant excusedUntil) {}

    /** The fields of a form, encrypted and bound to their number. */
    String seal(String number, Map<String, String> fields) {
        return Base64.getEncoder().encodeToString(sealing.seal(write(fields), number));
    }

    /** Numbers issued in advance. */
    void reserve(UUID activation, String service, String office, List<Ledgers.Issued> issued) {
        sql.update("""
                insert into continuity_receipt (number, ledger, no, activation, service, office, state)
                select e.number, e.ledger, e.no, ?, ?, ?, 'UNUSED'
                  from jsonb_to_recordset(cast(? as jsonb)) as e (number text, ledger uuid, no int)""", activation, service, office, write(issued));
    }

    /** Writes receipts under numbers just issued. */
    int add(UUID activation, List<Entry> entries, Instant at, String by) {
        return sql.update("""
                insert into continuity_receipt (number, ledger, no, activation, service, office, state, received_at,
                    recorded_at, recorded_by, content, original_deadline, period_from, sent_at, rule, rule_used, outcome,
                    deadline, deadline_at, excused_until)
                select e.number, e.ledger, e.no, ?, e.service, e.office, 'RECEIVED', e.received_at, ?, ?,
                       decode(e.content, 'base64'), e.original_deadline, e.period_from, e.sent_at, e.rule, e.rule_used,
                       e.outcome, e.deadline, e.deadline_at, e.excused_until
                  from """ + " " + ENTRIES, activation, at, by, write(entries));
    }

    /** Writes receipts under numbers issued in advance that are still unused. */
    int fill(UUID activation, List<Entry> entries, Instant at, String by) {
        return sql.update(
                """
                update continuity_receipt r
                   set state = 'RECEIVED', received_at = e.received_at, recorded_at = ?, recorded_by = ?,
                       content = decode(e.content, 'base64'), original_deadline = e.original_deadline,
                       period_from = e.period_from, sent_at = e.sent_at, rule = e.rule, rule_used = e.rule_used,
                       outcome = e.outcome, deadline = e.deadline, deadline_at = e.deadline_at,
                       excused_until = e.excused_until
                  from """ + " " + ENTRIES + " where r.number = e.number and r.activation = ? and r.state = 'UNUSED'",
                at,
                by,
                write(entries),
                activation);
    }

    /** Which of these numbers were issued in advance for the activation, a service and an office, and are unused. */
    Map<String, String> unused(UUID activation, List<String> numbers) {
        Map<String, String> unused = new HashMap<>();
        sql.list(
                "select number, service, office from continuity_receipt"
                        + " where number = any (?) and activation = ? and state = 'UNUSED' for update",
                row -> unused.put(row.getString("number"), row.getString("service") + "/" + row.getString("office")),
                numbers.toArray(String[]::new),
                activation);
        return unused;
    }

    /** Computes the deadlines of an activation; says how many changed. */
    int reckon(UUID activation, Deadlines deadlines) {
        List<Reckoned> reckoned = new ArrayList<>();
        sql.list("""
                select distinct service, rule, original_deadline, period_from, sent_at from continuity_receipt
                 where activation = ? and original_deadline is not null""", row -> reckoned.add(Reckoned.of(row, deadlines)), activation);
        return sql.update("""
                update continuity_receipt r
                   set rule_used = e.rule_used, outcome = e.outcome, deadline = e.deadline, deadline_at = e.deadline_at,
                       excused_until = e.excused_until
                  from jsonb_to_recordset(cast(? as jsonb)) as e (service text, rule text, original_deadline text,
                       period_from date, sent_at timestamptz, rule_used text, outcome text, deadline text,
                       deadline_at timestamptz, excused_until timestamptz)
                 where r.activation = ? and r.service = e.service and r.original_deadline = e.original_deadline
                   and (r.rule, r.period_from, r.sent_at) is not distinct from (e.rule, e.period_from, e.sent_at)
                   and (r.rule_used, r.outcome, r.deadline, r.excused_until)
                       is distinct from (e.rule_used, e.outcome, e.deadline, e.excused_until)""", write(reckoned), activation);
    }

    /** One answer for all receipts that ask the same. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Reckoned(
            String service,
            @Nullable String rule,
            String originalDeadline,
            @Nullable LocalDate periodFrom,
            @Nullable Instant sentAt,
            String ruleUsed,
            Relief.Outcome outcome,
            String deadline,
            Instant deadlineAt,
            @Nullable Instant excusedUntil) {

        static Reckoned of(ResultSet row, Deadlines deadlines) throws SQLException {
            Deadlines.Question question = new Deadlines.Question(
                    row.getString("service"),
                    row.getString("rule"),
                    Due.parse(row.getString("original_deadline")),
                    row.getObject("period_from", LocalDate.class),
                    Sql.instant(row, "sent_at"));
            Deadlines.Answer answer = deadlines.answer(question);
            Relief relief = answer.relief();
            return new Reckoned(
                    question.service(),
                    question.rule(),
                    question.deadline().toString(),
                    question.periodFrom(),
                    question.sentAt(),
                    answer.rule().id(),
                    relief.outcome(),
                    relief.deadline().toString(),
                    relief.deadline().endsAt(),
                    relief.excusedUntil());
        }
    }

    Optional<UUID> activationOf(String number) {
        return sql.first(
                "select activation from continuity_receipt where number = ?",
                row -> row.getObject("activation", UUID.class),
                number);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt cannot be written as JSON", e);
        }
    }
}
