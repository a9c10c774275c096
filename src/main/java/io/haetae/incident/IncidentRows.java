package io.haetae.incident;

import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists incidents: newest first, one statement a page, whatever the filter. */
@ApplicationScoped
class IncidentRows {

    private static final String COLUMNS = """
            select i.number, i.state, i.kind, i.title, i.failure_grade, i.grade_provisional, i.detected_at,
                   i.recorded_at, i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq,
                   s.systems, s.recovered, s.codes, c.due_at, c.kind as clock,
                   c.name_ko, c.name_en
              from (select * from incident i where %s order by i.seq desc limit :limit) i
              left join lateral (
                   select count(*) as systems, count(*) filter (where recovery_level = 'FULL') as recovered,
                          (array_agg(code order by code))[1:4] as codes
                     from incident_system where incident = i.id) s on true
              left join lateral (
                   select due_at, kind, name_ko, name_en from incident_clock
                    where incident = i.id and state in ('RUNNING', 'WARNED', 'BREACHED') and not after_recovery
                    order by due_at limit 1) c on true
             order by i.seq desc
            """;

    private final EntityManager database;

    IncidentRows(EntityManager database) {
        this.database = database;
    }

    Page<IncidentRow> list(IncidentFilter filter, Scope scope, boolean seesAll, int limit, @Nullable String cursor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(filter, scope, seesAll, cursor, parameters);
        Query query = database.createNativeQuery(COLUMNS.formatted(where));
        parameters.put("limit", limit + 1);
        parameters.forEach(query::setParameter);
        List<?> found = query.getResultList();
        Page<Object[]> page =
                Page.of(found.stream().map(row -> (Object[]) row).toList(), limit, row -> Cursor.of(row[12]));
        return new Page<>(page.items().stream().map(IncidentRows::row).toList(), page.next());
    }

    private static String where(
            IncidentFilter filter,
            Scope scope,
            boolean seesAll,
            @Nullable String cursor,
            Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("true");
        if (!scope.all()) {
            where.append(" and i.scope && cast(:keys as text[])");
        }
        if (!seesAll) {
            where.append(" and (i.visibility = 'NORMAL' or i.scope && cast(:keys as text[]))");
        }
        if (!scope.all() || !seesAll) {
            parameters.put("keys", scope.keyArray());
        }
        if (filter.state().size() == 1) { // an index holds those of one state in the order asked for
            equal(where, parameters, "state", filter.state().get(0).name());
        } else if (!filter.state().isEmpty()) {
            where.append(" and i.state = any (cast(:states as text[]))");
            parameters.put("states", filter.state().stream().map(Enum::name).toArray(String[]::new));
        }
        equal(where, parameters, "failure_grade", filter.failureGrade());
        equal(where, parameters, "exercise", filter.exercise());
        if (filter.institution() != null) {
            // the scope of an incident holds every institution above those concerned
            where.append(" and i.scope @> array[cast(:institution as text)]");
            parameters.put("institution", filter.institution());
        }
        if (filter.system() != null) {
            where.append(" and exists (select 1 from incident_system s where s.incident = i.id and s.code = :system)");
            parameters.put("system", filter.system());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            where.append(" and (lower(i.title) like :words or i.number = upper(:number))");
            String words = filter.q().strip().toLowerCase(Locale.ROOT);
            parameters.put("words", "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            parameters.put("number", words);
        }
        if (cursor != null) {
            where.append(" and i.seq < :seq");
            parameters.put("seq", seq(cursor));
        }
        return where.toString();
    }

    private static void equal(
            StringBuilder where, Map<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and i.").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    private static long seq(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static IncidentRow row(Object[] row) {
        String[] codes = (String[]) row[15];
        return new IncidentRow(
                (String) row[0],
                IncidentState.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (Integer) row[4],
                (Boolean) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (Instant) row[9],
                (Boolean) row[10],
                (Boolean) row[11],
                ((Number) row[13]).intValue(),
                ((Number) row[14]).intValue(),
                codes == null ? List.of() : Arrays.asList(codes),
                (Instant) row[16],
                (String) row[17],
                row[17] == null ? null : new LocalizedText((String) row[18], (String) row[19]));
    }
}
