package io.haetae.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal. Entries carry no scope of their own: who may read them is decided by role alone (auditor and
 * administrator); rooms show their own part, such as an incident's timeline, under their own scope. What changed is for the
 * auditor alone: it holds the words of incidents that only few may know. Everybody else reads who did what, when.
 */
@ApplicationScoped
public class JournalService {

    private static final String SELECT = """
            select id, at, actor, institution, action, subject_kind, subject_id, data, hash,
                   coalesce((tx, id) <= (select upto_tx, upto_id from audit_seal order by n desc limit 1), false) as sealed
            from audit_entry where true""";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final CurrentActor actor;

    JournalService(AgroalDataSource database, ObjectMapper json, CurrentActor actor) {
        this.database = database;
        this.json = json;
        this.actor = actor;
    }

    /** Entries, newest first. */
    @Transactional
    public Page<JournalRow> list(JournalFilter filter, int limit, @Nullable String cursor) {
        List<Object> values = new ArrayList<>();
        String sql = SELECT + conditions(filter, cursor, values) + " order by id desc limit " + (limit + 1);
        boolean contents = actor.get().hasAny(Role.AUDITOR);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<JournalRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, contents));
                }
            }
            return Page.of(rows, limit, last -> Cursor.of(last.id()));
        } catch (SQLException e) {
            throw new IllegalStateException("the journal could not be read", e);
        }
    }

    /** Id of the newest entry, 0 without one: it grows with every change of state. */
    @Transactional
    public long newest() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select coalesce(max(id), 0) from audit_entry");
                ResultSet found = select.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal could not be read", e);
        }
    }

    private static String conditions(JournalFilter filter, @Nullable String cursor, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        add(sql, values, " and subject_id = ?", filter.subject());
        add(sql, values, " and actor = ?", filter.actor());
        add(sql, values, " and (action = ?", filter.action());
        add(sql, values, " or starts_with(action, ? || '.'))", filter.action());
        add(sql, values, " and at >= ?", timestamp(filter.from()));
        add(sql, values, " and at < ?", timestamp(filter.to()));
        add(sql, values, " and id < ?", cursor == null ? null : id(cursor));
        return sql.toString();
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Long id(String cursor) {
        try {
            return Long.valueOf(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private JournalRow row(ResultSet found, boolean contents) throws SQLException {
        try {
            return new JournalRow(
                    found.getLong("id"),
                    found.getTimestamp("at").toInstant(),
                    found.getString("actor"),
                    found.getString("institution"),
                    found.getString("action"),
                    found.getString("subject_kind"),
                    found.getString("subject_id"),
                    contents ? json.readTree(found.getString("data")) : null,
                    found.getBoolean("sealed"),
                    HexFormat.of().formatHex(found.getBytes("hash")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds only JSON here", e);
        }
    }
}
