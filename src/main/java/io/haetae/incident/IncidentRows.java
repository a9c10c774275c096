package io.haetae.incident;

import io.haetae.kernel.Conditions;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists incidents: newest first, one statement a page, whatever the filter. */
@ApplicationScoped
class IncidentRows {

    private static final String COLUMNS = """
            select i.number, i.state, i.kind, i.title, i.failure_grade, i.grade_provisional, i.detected_at,
                   i.recorded_at, i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq,
                   i.systems_affected, i.systems_recovered, i.codes, i.next_due_at, i.next_clock, i.next_clock_ko,
                   i.next_clock_en
              from incident i%s order by i.seq desc limit %d""";

    private final Sql sql;

    IncidentRows(Sql sql) {
        this.sql = sql;
    }

    /** A row, and where it stands in the order. */
    private record Placed(long seq, IncidentRow row) {}

    Page<IncidentRow> list(IncidentFilter filter, Scope scope, boolean seesAll, int limit, @Nullable String cursor) {
        Conditions where = new Conditions();
        see(where, scope, seesAll);
        choose(where, filter);
        if (cursor != null) {
            where.and("i.seq < ?", seq(cursor));
        }
        List<Placed> found = sql.list(
                COLUMNS.formatted(where, limit + 1),
                IncidentRows::placed,
                where.parameters().toArray());
        Page<Placed> page = Page.of(found, limit, placed -> Cursor.of(placed.seq()));
        return new Page<>(page.items().stream().map(Placed::row).toList(), page.next());
    }

    private static void see(Conditions where, Scope scope, boolean seesAll) {
        if (!scope.all()) {
            where.and("i.scope && ?", (Object) scope.keyArray());
        }
        if (!seesAll) {
            where.and("(i.visibility = 'NORMAL' or i.scope && ?)", (Object) scope.keyArray());
        }
    }

    private static void choose(Conditions where, IncidentFilter filter) {
        if (filter.state().size() == 1) { // an index holds those of one state in the order asked for
            where.and("i.state = ?", filter.state().get(0));
        } else if (!filter.state().isEmpty()) {
            where.and("i.state = any (?)", (Object)
                    filter.state().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.failureGrade() != null) {
            where.and("i.failure_grade = ?", filter.failureGrade());
        }
        if (filter.exercise() != null) {
            where.and("i.exercise = ?", filter.exercise());
        }
        if (filter.institution() != null) {
            // the scope of an incident holds every institution above those concerned
            where.and("i.scope @> ?", (Object) new String[] {filter.institution()});
        }
        if (filter.system() != null) {
            where.and(
                    "exists (select 1 from incident_system s where s.incident = i.id and s.code = ?)", filter.system());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            String words = filter.q().strip().toLowerCase(Locale.ROOT);
            where.and(
                    "(lower(i.title) like ? or i.number = upper(?))",
                    "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%",
                    words);
        }
    }

    private static long seq(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(row.getLong("seq"), row(row));
    }

    /** One incident as a line of a list, from its columns. */
    static IncidentRow row(ResultSet row) throws SQLException {
        String clock = row.getString("next_clock");
        return new IncidentRow(
                row.getString("number"),
                IncidentState.valueOf(row.getString("state")),
                row.getString("kind"),
                row.getString("title"),
                row.getObject("failure_grade", Integer.class),
                row.getBoolean("grade_provisional"),
                Sql.instant(row, "detected_at"),
                Sql.requiredInstant(row, "recorded_at"),
                Sql.instant(row, "acknowledged_at"),
                Sql.instant(row, "recovered_at"),
                row.getBoolean("major"),
                row.getBoolean("exercise"),
                row.getInt("systems_affected"),
                row.getInt("systems_recovered"),
                List.of((String[]) row.getArray("codes").getArray()),
                Sql.instant(row, "next_due_at"),
                clock,
                clock == null ? null : Sql.text(row, "next_clock"));
    }
}
