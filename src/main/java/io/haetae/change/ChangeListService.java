package io.haetae.change;

import io.haetae.change.ChangeCommand.Risk;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists changes, and what a calendar shows. */
@ApplicationScoped
public class ChangeListService {

    private static final int MINE = 20;
    private static final Duration LONGEST_CALENDAR = Duration.ofDays(400);

    private static final String SELECT = """
            select c.number, c.state, c.title, w.codes, c.institution, c.responsible, c.risk, w.from_at, w.until_at, c.seq
              from change_record c join change_window w on w.change = c.id
             where (? or w.scope && ?)""";

    private final Sql sql;
    private final WindowRows windows;
    private final Clock clock;

    ChangeListService(Sql sql, WindowRows windows, Clock clock) {
        this.sql = sql;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * What a list of changes is asked for; null does not narrow it.
     *
     * @param open only those that are not over
     */
    public record Filter(
            @Nullable ChangeState state,
            @Nullable String system,
            @Nullable String q,
            boolean open) {}

    /** One page of the list, newest first. */
    @Transactional
    public Page<ChangeRow> list(Scope scope, Filter filter, int limit, @Nullable String cursor) {
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(scope.all(), scope.keyArray()));
        and(query, parameters, "c.state = ?", filter.state());
        and(query, parameters, "? = any (w.codes)", filter.system());
        and(query, parameters, "position(lower(?) in lower(c.number || ' ' || c.title)) > 0", filter.q());
        if (filter.open()) {
            query.append(" and c.state in ('REQUESTED', 'APPROVED', 'IN_PROGRESS')");
        }
        and(query, parameters, "c.seq < ?", cursor == null ? null : last(cursor));
        query.append(" order by c.seq desc limit ").append(limit + 1);
        List<ChangeRow> rows = sql.list(query.toString(), ChangeListService::row, parameters.toArray());
        return Page.of(rows, limit, row -> Cursor.of(row.seq()));
    }

    /** Every occurrence of the time between, in order; a recurring window once for each. */
    @Transactional
    public List<WindowRow> calendar(Scope scope, @Nullable String system, Instant from, Instant until) {
        if (Duration.between(from, until).compareTo(LONGEST_CALENDAR) > 0) {
            throw Refusal.field("/until", "calendar-too-long", LONGEST_CALENDAR.toDays());
        }
        return windows.of(scope, system, from, until).stream()
                .flatMap(row -> row.schedule().between(from, until).stream().map(one -> row(row, one)))
                .sorted(Comparator.comparing(WindowRow::from).thenComparing(WindowRow::window))
                .toList();
    }

    /** What awaits the reader: approvals of officers, and the work that one wrote oneself; what begins first on top. */
    @Transactional
    public List<AwaitedStep> mine(Actor reader) {
        return sql.list(
                """
                select w.id, c.number, w.title, w.codes, w.from_at, w.until_at,
                       case when w.approved_at is null then 'approval'
                            when c.state = 'APPROVED' then 'beginning' else 'completion' end as step
                  from change_window w left join change_record c on c.id = w.change
                 where (? or w.scope && ?) and w.ended_at is null
                   and (? and w.approved_at is null and w.written_by <> ? and w.last_at > ?
                        or w.written_by = ? and c.state in ('APPROVED', 'IN_PROGRESS'))
                 order by w.from_at, w.id limit ?""",
                row -> new AwaitedStep(
                        row.getString("step"),
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        Arrays.asList((String[]) row.getArray("codes").getArray()),
                        Sql.requiredInstant(row, "from_at"),
                        Sql.requiredInstant(row, "until_at")),
                reader.scope().all(),
                reader.scope().keyArray(),
                reader.hasAny(Role.OFFICER),
                reader.id(),
                clock.instant(),
                reader.id(),
                MINE);
    }

    private static WindowRow row(WindowRows.Row window, Occurrence one) {
        return new WindowRow(
                window.id(),
                window.change(),
                window.title(),
                window.codes(),
                one.from(),
                one.until(),
                window.schedule().rule() != null,
                window.approvedAt() != null,
                window.isAnnounced());
    }

    private static void and(StringBuilder query, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static long last(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static ChangeRow row(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getString("number"),
                ChangeState.valueOf(row.getString("state")),
                row.getString("title"),
                Arrays.asList((String[]) row.getArray("codes").getArray()),
                row.getString("institution"),
                row.getString("responsible"),
                Risk.valueOf(row.getString("risk")),
                Sql.requiredInstant(row, "from_at"),
                Sql.requiredInstant(row, "until_at"),
                row.getLong("seq"));
    }
}
