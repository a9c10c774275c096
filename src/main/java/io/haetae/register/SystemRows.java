package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads systems: PostgreSQL builds the JSON that the views are made of, for the present and for any past alike. */
@ApplicationScoped
class SystemRows {

    private static final String PRESENT = "register_system s";
    private static final String PAST = "(select v.*, c.scope from register_system_version v"
            + " join register_system c on c.id = v.id where v.period @> cast(:asOf as timestamptz)) s";

    private static final String ROW = "'code', s.code, 'name', jsonb_build_object('ko', s.name_ko, 'en', s.name_en),"
            + " 'systemGrade', s.system_grade, 'systemGradeSince', s.system_grade_since,"
            + " 'owner', s.owner, 'operator', s.operator, 'leadAgency', s.lead_agency, 'site', s.site, 'room', s.room,"
            + " 'audience', s.audience, 'zone', s.zone, 'major', s.major, 'demonstration', s.demonstration";
    private static final String VIEW = ROW
            + ", 'id', s.id, 'version', s.version, 'region', t.region, 'housedInNirs', coalesce(t.kind = 'NIRS', false),"
            + " 'dataClass', s.data_class, 'largeScale', s.large_scale, 'cloud', s.cloud,"
            + " 'inServiceFrom', s.in_service_from, 'inServiceUntil', s.in_service_until,"
            + " 'endedAt', s.ended_at, 'endedAs', s.ended_as,"
            + " 'changedAt', s.changed_at, 'changedBy', s.changed_by, 'scopeKeys', s.scope";

    private final EntityManager database;
    private final ObjectMapper json;

    SystemRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whole systems by code. */
    List<SystemView> views(Where where) {
        String sql = "select cast(jsonb_build_object(" + VIEW + ") || s.detail as text) from " + source(where)
                + " left join register_site t on t.code = s.site" + where + " order by s.code" + where.limit();
        return read(sql, where, SystemView.class);
    }

    /** Rows of a list by code; what is out of scope, when asked for, as stubs. */
    List<SystemEntry> rows(Where where, Scope scope) {
        String reached = scope.all() ? "true" : "s.scope && cast(:keys as text[])";
        String sql = "select cast(jsonb_build_object('reached', " + reached + ", 'row', jsonb_build_object(" + ROW
                + ")) as text) from " + source(where) + where + " order by s.code" + where.limit();
        if (!scope.all()) {
            where.put("keys", scope.keyArray());
        }
        return read(sql, where, Reached.class).stream().map(Reached::entry).toList();
    }

    /** How many systems have each confirmed grade; those without one under 0. */
    Map<Integer, Long> countsByGrade(Where where) {
        Query query = database.createNativeQuery(
                "select coalesce(s.system_grade, 0), count(*) from " + source(where) + where + " group by 1");
        where.parameters.forEach(query::setParameter);
        Map<Integer, Long> counts = new TreeMap<>();
        for (Object row : query.getResultList()) {
            Object[] pair = (Object[]) row;
            counts.put(((Number) pair[0]).intValue(), ((Number) pair[1]).longValue());
        }
        return counts;
    }

    /** The versions of a system, newest first. */
    List<Version> versions(String code, int below, int limit) {
        String sql = "select cast(jsonb_build_object('since', s.since, 'until', s.until, 'system',"
                + " jsonb_build_object(" + VIEW + ") || s.detail) as text)"
                + " from (select v.*, c.scope from register_system_version v join register_system c on c.id = v.id"
                + " where c.code = :code and v.version < :below) s"
                + " left join register_site t on t.code = s.site order by s.version desc limit " + limit;
        Where where = new Where();
        where.put("code", code);
        where.put("below", below);
        return read(sql, where, Version.class);
    }

    private static String source(Where where) {
        return where.parameters.containsKey("asOf") ? PAST : PRESENT;
    }

    private <T> List<T> read(String sql, Where where, Class<T> type) {
        Query query = database.createNativeQuery(sql);
        where.parameters.forEach(query::setParameter);
        List<T> read = new ArrayList<>();
        for (Object row : query.getResultList()) {
            try {
                read.add(json.readValue((String) row, type));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored system cannot be read as " + type.getSimpleName(), e);
            }
        }
        return read;
    }

    record Reached(boolean reached, SystemEntry.Row row) {

        SystemEntry entry() {
            return reached ? row : new SystemEntry.Stub(row.code(), row.name(), row.systemGrade());
        }
    }

    record Version(java.time.Instant since, java.time.@Nullable Instant until, SystemView system) {}

    /** Conditions with their parameters. */
    static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new TreeMap<>();
        private int limit;

        static Where of(SystemFilter filter, Scope scope) {
            Where where = new Where().and("s.ended_at is null");
            where.words(filter.q());
            if (filter.owner() != null) {
                where.and("s.owner in (select code from identity_ancestry where ancestor = :owner)");
                where.put("owner", filter.owner());
            }
            if (filter.systemGrade() != null) {
                where.and("coalesce(s.system_grade, 0) = :grade");
                where.put("grade", filter.systemGrade());
            }
            where.equal("major", filter.major()).equal("site", filter.site()).equal("room", filter.room());
            if (filter.asOf() != null) {
                where.put("asOf", filter.asOf());
            }
            if (!filter.all() && !scope.all()) {
                where.reachedBy(scope);
            }
            return where;
        }

        Where reachedBy(Scope scope) {
            return and("s.scope && cast(:keys as text[])").put("keys", scope.keyArray());
        }

        private void words(@Nullable String q) {
            if (q == null || q.isBlank()) {
                return;
            }
            int n = 0;
            for (String word : q.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
                String name = "word" + n++;
                and("s.search like :" + name);
                put(name, "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            }
        }

        private Where equal(String column, @Nullable Object value) {
            if (value != null) {
                and("s." + column + " = :" + column);
                put(column, value);
            }
            return this;
        }

        Where and(String condition) {
            conditions.add(condition);
            return this;
        }

        Where put(String name, Object value) {
            parameters.put(name, value);
            return this;
        }

        /** Starts after the code and reads one row more than asked, which tells whether there is a next page. */
        Where page(@Nullable String after, int size) {
            if (after != null) {
                and("s.code > :after").put("after", after);
            }
            limit = size + 1;
            return this;
        }

        String limit() {
            return limit == 0 ? "" : " limit " + limit;
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
