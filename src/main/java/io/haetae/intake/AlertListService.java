package io.haetae.intake;

import io.haetae.incident.MonitoredIncidents;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists alerts, the newest first, for those in whose scope they are: three statements a page. */
@ApplicationScoped
public class AlertListService {

    private static final String COLUMNS = """
            select a.id, s.name as source, a.fingerprint, a.title, a.system, a.system_said, a.severity, a.severity_said,
                   a.starts_at, a.first_at, a.last_at, a.received, a.url, a.incident, a.closed_at, a.dismissed_at,
                   a.dismissed_by, a.dismiss_reason, q.cause, q.by_id, q.change, q.said, q.since, q.until_at, q.returned_at
              from intake_any_alert a join intake_source s on s.id = a.source
              left join intake_quiet q on q.alert = a.id where true""";

    private final Sql sql;
    private final SystemService systems;
    private final MonitoredIncidents incidents;

    AlertListService(Sql sql, SystemService systems, MonitoredIncidents incidents) {
        this.sql = sql;
        this.systems = systems;
        this.incidents = incidents;
    }

    private record Row(AlertView view, @Nullable UUID system) {}

    /** One page of the alerts that the reader may see. */
    @Transactional
    public Page<AlertView> list(AlertFilter filter, Actor reader, int limit, @Nullable String cursor) {
        StringBuilder where = new StringBuilder(COLUMNS);
        List<Object> values = new ArrayList<>();
        if (!reader.scope().all()) {
            and(where, values, " and a.scope && ?", reader.scope().keyArray());
        }
        if (filter.source() != null) {
            and(where, values, " and s.name = ?", filter.source());
        }
        if (filter.system() != null) {
            UUID id = systems.find(filter.system()).map(SystemView::id).orElse(new UUID(0, 0));
            and(where, values, " and a.system = ?", id);
        }
        if (filter.incident() != null) {
            Set<String> seen = incidents.visible(List.of(filter.incident()), reader);
            and(where, values, " and a.incident = ?", seen.isEmpty() ? "" : filter.incident());
        }
        if (cursor != null) {
            and(where, values, " and a.id < ?", id(cursor));
        }
        where.append(state(filter.state())).append(" order by a.id desc limit ").append(limit + 1);
        List<Row> rows = sql.list(where.toString(), AlertListService::row, values.toArray());
        return Page.of(named(rows, reader), limit, view -> Cursor.of(view.id()));
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    private static String state(@Nullable AlertState state) {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case OPEN -> " and a.closed_at is null";
            case WAITING -> " and a.closed_at is null and a.system is null and a.dismissed_at is null";
            case DISMISSED -> " and a.closed_at is null and a.dismissed_at is not null";
            case QUIETED ->
                " and a.closed_at is null and a.incident is null and a.dismissed_at is null"
                        + " and q.alert is not null and q.returned_at is null";
            case CLOSED -> " and a.closed_at is not null";
        };
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** Puts the codes of systems in, and takes out the numbers of incidents that the reader may not know of. */
    private List<AlertView> named(List<Row> rows, Actor reader) {
        Set<UUID> ids = rows.stream().map(Row::system).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> codes = ids.isEmpty()
                ? Map.of()
                : systems.findByIds(ids).stream().collect(Collectors.toMap(SystemView::id, SystemView::code));
        Set<String> numbers = rows.stream()
                .map(row -> row.view().incident())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> visible = incidents.visible(numbers, reader);
        return rows.stream().map(row -> named(row, codes, visible)).toList();
    }

    private static AlertView named(Row row, Map<UUID, String> codes, Set<String> visible) {
        AlertView view = row.view();
        return new AlertView(
                view.id(),
                view.source(),
                view.fingerprint(),
                view.state(),
                view.title(),
                row.system() == null ? null : codes.get(row.system()),
                view.systemSaid(),
                view.severity(),
                view.severitySaid(),
                view.startsAt(),
                view.firstAt(),
                view.lastAt(),
                view.received(),
                view.url(),
                view.incident() != null && visible.contains(view.incident()) ? view.incident() : null,
                view.closedAt(),
                view.dismissedAt(),
                view.dismissedBy(),
                view.dismissReason(),
                view.quiet());
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID system = row.getObject("system", UUID.class);
        boolean closed = row.getObject("closed_at") != null;
        boolean dismissed = row.getObject("dismissed_at") != null;
        AlertView.Quieted quiet = quiet(row);
        boolean hushed = quiet != null && quiet.returnedAt() == null && row.getString("incident") == null;
        AlertState there = system == null ? AlertState.WAITING : hushed ? AlertState.QUIETED : AlertState.OPEN;
        AlertState open = dismissed ? AlertState.DISMISSED : there;
        return new Row(
                new AlertView(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("fingerprint"),
                        closed ? AlertState.CLOSED : open,
                        row.getString("title"),
                        null,
                        row.getString("system_said"),
                        row.getObject("severity", Integer.class),
                        row.getString("severity_said"),
                        Sql.requiredInstant(row, "starts_at"),
                        Sql.requiredInstant(row, "first_at"),
                        Sql.requiredInstant(row, "last_at"),
                        row.getLong("received"),
                        row.getString("url"),
                        row.getString("incident"),
                        Sql.instant(row, "closed_at"),
                        Sql.instant(row, "dismissed_at"),
                        row.getString("dismissed_by"),
                        row.getString("dismiss_reason"),
                        quiet),
                system);
    }

    private static AlertView.@Nullable Quieted quiet(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return cause == null
                ? null
                : new AlertView.Quieted(
                        cause,
                        row.getObject("by_id", UUID.class),
                        row.getString("change"),
                        row.getString("said"),
                        Sql.requiredInstant(row, "since"),
                        Sql.requiredInstant(row, "until_at"),
                        Sql.instant(row, "returned_at"));
    }
}
