package io.haetae.continuity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledger. */
@ApplicationScoped
class ReceiptLists {

    private static final String SELECT = "select r.*, s.code as system from continuity_receipt r"
            + " join continuity_activation a on a.id = r.activation join register_system s on s.id = a.system ";

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;
    private final Sealing sealing;

    ReceiptLists(Sql sql, ObjectMapper json, Sealing sealing) {
        this.sql = sql;
        this.json = json;
        this.sealing = sealing;
    }

    /** One number; with what stands in its fields when the reader may work with it. */
    ReceiptView get(String number, boolean withFields) {
        return sql.first(SELECT + "where r.number = ?", row -> view(row, withFields), number)
                .orElseThrow();
    }

    /** Some numbers of the ledger, in order. */
    List<ReceiptView> list(ReceiptFilter filter, int limit, @Nullable String after) {
        return sql.list(
                SELECT + """
                        where r.activation = ? and (cast(? as text) is null or r.state = ?)
                          and (not ? or r.state = 'RECEIVED'
                               or r.state in ('PROCESSED', 'REJECTED') and r.checked_at is null)
                          and (cast(? as text) is null or r.service = ?) and (cast(? as text) is null or r.office = ?)
                          and (cast(? as text) is null or position(upper(?) in r.number) > 0)
                          and (cast(? as text) is null or r.number > ?)
                        order by r.number limit ?""",
                row -> view(row, false),
                filter.activation(),
                filter.state(),
                filter.state(),
                filter.open(),
                filter.service(),
                filter.service(),
                filter.office(),
                filter.office(),
                filter.q(),
                filter.q(),
                after,
                after,
                limit);
    }

    private ReceiptView view(ResultSet row, boolean withFields) throws SQLException {
        String number = row.getString("number");
        byte[] content = row.getBytes("content");
        return new ReceiptView(
                number,
                row.getObject("activation", UUID.class),
                row.getString("system"),
                row.getString("service"),
                row.getString("office"),
                ReceiptState.valueOf(row.getString("state")),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                withFields && content != null ? read(sealing.open(content, number)) : null,
                due(row, "original_deadline"),
                row.getObject("period_from", LocalDate.class),
                Sql.instant(row, "sent_at"),
                deadline(row),
                processing(row),
                row.getString("returned"),
                row.getString("void_reason"));
    }

    private static ReceiptView.@Nullable Deadline deadline(ResultSet row) throws SQLException {
        Due deadline = due(row, "deadline");
        return deadline == null
                ? null
                : new ReceiptView.Deadline(
                        row.getString("rule_used"),
                        Relief.Outcome.valueOf(row.getString("outcome")),
                        deadline,
                        Sql.instant(row, "excused_until"));
    }

    private static ReceiptView.@Nullable Processing processing(ResultSet row) throws SQLException {
        Instant processedAt = Sql.instant(row, "processed_at");
        return processedAt == null
                ? null
                : new ReceiptView.Processing(
                        processedAt,
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("rejection"),
                        row.getString("processor"),
                        Sql.instant(row, "checked_at"),
                        row.getString("checker"));
    }

    private static @Nullable Due due(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Due.parse(text);
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored receipt cannot be read", e);
        }
    }
}
