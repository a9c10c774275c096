package io.haetae.change;

import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads windows of a time, many at once. */
@ApplicationScoped
class WindowRows {

    /** More windows of one time than any government plans. */
    private static final int MOST = 5_000;

    private static final String SELECT = """
            select w.*, c.number as change_number, c.state as change_state, c.begun_at, c.ended_at as change_ended_at
              from change_window w left join change_record c on c.id = w.change
             where (w.from_at < ? or c.begun_at < ?)
               and (w.last_at > ? or c.ended_at > ? or c.state = 'IN_PROGRESS')
               and (w.ended_at is null or w.ended_at > ?)""";

    private final Sql sql;

    WindowRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A window as it stands in its row.
     *
     * @param begunAt when work on its change began
     * @param changeEndedAt when its change was over
     */
    record Row(
            UUID id,
            @Nullable String change,
            @Nullable ChangeState changeState,
            @Nullable Instant begunAt,
            @Nullable Instant changeEndedAt,
            String title,
            List<UUID> systems,
            List<String> codes,
            List<String> scope,
            Schedule schedule,
            @Nullable Announcement announcement,
            @Nullable Instant approvedAt) {

        boolean isAnnounced() {
            return approvedAt != null && announcement != null;
        }
    }

    /** Approved windows of any of the systems that may have to do with the time between. */
    List<Row> ofSystems(UUID[] systems, Instant from, Instant until) {
        return read(" and w.approved_at <= ? and w.systems && ?", from, until, until, systems);
    }

    /** Approved windows of any of the systems that may have to do with the time between, as far as the reader sees. */
    List<Row> ofCodes(String[] codes, Instant from, Instant until, Scope scope) {
        return read(
                " and w.approved_at <= ? and w.codes && ? and (? or w.scope && ?)",
                from,
                until,
                until,
                codes,
                scope.all(),
                scope.keyArray());
    }

    /** Every window that the reader sees and that may have to do with the time between. */
    List<Row> of(Scope scope, @Nullable String system, Instant from, Instant until) {
        return read(
                " and (? or w.scope && ?) and (cast(? as text) is null or ? = any (w.codes))",
                from,
                until,
                scope.all(),
                scope.keyArray(),
                system,
                system);
    }

    /** Approved windows with words for the public. */
    List<Row> announced(Instant from, Instant until) {
        return read(" and w.approved_at is not null and w.public_title_ko is not null", from, until);
    }

    private List<Row> read(String condition, Instant from, Instant until, @Nullable Object... more) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(until, until, from, from, from));
        parameters.addAll(Arrays.asList(more));
        String query = SELECT + condition + " order by w.from_at, w.id limit " + MOST;
        return sql.list(query, WindowRows::row, parameters.toArray());
    }

    private static Row row(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        String state = row.getString("change_state");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("change_number"),
                state == null ? null : ChangeState.valueOf(state),
                Sql.instant(row, "begun_at"),
                Sql.instant(row, "change_ended_at"),
                row.getString("title"),
                Arrays.asList((UUID[]) row.getArray("systems").getArray()),
                Arrays.asList((String[]) row.getArray("codes").getArray()),
                Arrays.asList((String[]) row.getArray("scope").getArray()),
                new Schedule(
                        Sql.requiredInstant(row, "from_at"),
                        Sql.requiredInstant(row, "until_at"),
                        rule == null ? null : RecurrenceText.read(rule),
                        Sql.instant(row, "ended_at")),
                row.getString("public_title_ko") == null
                        ? null
                        : new Announcement(Sql.text(row, "public_title"), Sql.text(row, "public_text")),
                Sql.instant(row, "approved_at"));
    }
}
