package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Conditions;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads systems, for the present and for any past alike: whole ones as the JSON that PostgreSQL makes of them, rows of a
 * list by their columns.
 */
@ApplicationScoped
class SystemRows {

    private static final String PRESENT = "register_system s";
    private static final String PAST = "(select v.*, c.scope from register_system_version v"
            + " join register_system c on c.id = v.id where v.period @> ?) s";

    private static final String VIEW = "'code', s.code, 'name', jsonb_build_object('ko', s.name_ko, 'en', s.name_en),"
            + " 'systemGrade', s.system_grade, 'systemGradeSince', s.system_grade_since,"
            + " 'owner', s.owner, 'operator', s.operator, 'leadAgency', s.lead_agency, 'site', s.site, 'room', s.room,"
            + " 'audience', s.audience, 'zone', s.zone, 'major', s.major, 'demonstration', s.demonstration,"
            + " 'id', s.id, 'version', s.version, 'region', t.region, 'housedInNirs', coalesce(t.kind = 'NIRS', false),"
            + " 'dataClass', s.data_class, 'largeScale', s.large_scale, 'cloud', s.cloud,"
            + " 'inServiceFrom', s.in_service_from, 'inServiceUntil', s.in_service_until,"
            + " 'endedAt', s.ended_at, 'endedAs', s.ended_as,"
            + " 'changedAt', s.changed_at, 'changedBy', s.changed_by, 'scopeKeys', s.scope";
    private static final String ROW = "s.code, s.name_ko, s.name_en, s.system_grade, s.system_grade_since, s.owner,"
            + " s.operator, s.lead_agency, s.site, s.room, s.audience, s.zone, s.major, s.demonstration";

    private final Sql sql;
    private final ObjectMapper json;

    SystemRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Whole systems by code. */
    List<SystemView> views(Where where) {
        return read(
                "select cast(jsonb_build_object(" + VIEW + ") || s.detail as text) from " + where.source()
                        + " left join register_site t on t.code = s.site" + where + " order by s.code" + where.limit(),
                SystemView.class,
                where.parameters());
    }

    /** Rows of a list by code; what is out of scope, when asked for, as stubs. */
    List<SystemEntry> rows(Where where, Scope scope) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        if (!scope.all()) {
            parameters.add(0, scope.keyArray());
        }
        String query = "select " + (scope.all() ? "true" : "s.scope && ?") + " as reached, " + ROW + " from "
                + where.source() + where + " order by s.code" + where.limit();
        return found(where, query, SystemRows::entry, parameters);
    }

    private static SystemEntry entry(ResultSet row) throws SQLException {
        String code = row.getString("code");
        LocalizedText name = Sql.text(row, "name");
        int grade = row.getInt("system_grade");
        @Nullable Integer systemGrade = row.wasNull() ? null : grade;
        if (!row.getBoolean("reached")) {
            return new SystemEntry.Stub(code, name, systemGrade);
        }
        String audience = row.getString("audience");
        String zone = row.getString("zone");
        return new SystemEntry.Row(
                code,
                name,
                systemGrade,
                Sql.instant(row, "system_grade_since"),
                row.getString("owner"),
                row.getString("operator"),
                row.getString("lead_agency"),
                row.getString("site"),
                row.getString("room"),
                audience == null ? null : Audience.valueOf(audience),
                zone == null ? null : Zone.valueOf(zone),
                row.getBoolean("major"),
                row.getBoolean("demonstration"));
    }

    /** How many systems have each confirmed grade; those without one under 0. */
    Map<Integer, Long> countsByGrade(Where where) {
        Map<Integer, Long> counts = new TreeMap<>();
        String query = "select coalesce(s.system_grade, 0), count(*) from " + where.source() + where + " group by 1";
        found(where, query, row -> Map.entry(row.getInt(1), row.getLong(2)), where.parameters())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * A search in the text is planned for its words and its reader: one plan for all takes every word for rare and every
     * scope for narrow, and reads thousands of rows to show fifty. Pairs stand in the order of the list, whatever they are.
     */
    private <T> List<T> found(Where where, String query, Sql.RowReader<T> reader, List<Object> parameters) {
        return where.searchesText
                ? sql.listPlanned(query, reader, parameters.toArray())
                : sql.list(query, reader, parameters.toArray());
    }

    /** The versions of a system, newest first. */
    List<Version> versions(String code, int below, int limit) {
        return read(
                "select cast(jsonb_build_object('since', s.since, 'until', s.until, 'system',"
                        + " jsonb_build_object(" + VIEW + ") || s.detail) as text)"
                        + " from (select v.*, c.scope from register_system_version v join register_system c on c.id = v.id"
                        + " where c.code = ? and v.version < ?) s"
                        + " left join register_site t on t.code = s.site order by s.version desc limit " + limit,
                Version.class,
                List.of(code, below));
    }

    private <T> List<T> read(String query, Class<T> type, List<Object> parameters) {
        return sql.list(query, row -> row.getString(1), parameters.toArray()).stream()
                .map(text -> read(text, type))
                .toList();
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored system cannot be read as " + type.getSimpleName(), e);
        }
    }

    record Version(Instant since, @Nullable Instant until, SystemView system) {}

    /** Which systems, as of when, and how many of them. */
    static final class Where {

        private final Conditions conditions = new Conditions();
        private @Nullable Instant asOf;
        private int limit;
        private boolean searchesText;

        static Where of(SystemFilter filter, Scope scope) {
            Where where = new Where().at(filter.asOf()).and("s.ended_at is null");
            where.words(filter.q());
            if (filter.owner() != null) {
                where.and("s.owner in (select code from identity_ancestry where ancestor = ?)", filter.owner());
            }
            where.equal("coalesce(s.system_grade, 0)", filter.systemGrade())
                    .equal("s.major", filter.major())
                    .equal("s.site", filter.site())
                    .equal("s.room", filter.room());
            return filter.all() || scope.all() ? where : where.reachedBy(scope);
        }

        /** As the systems were at that time; as they are when null. */
        Where at(@Nullable Instant time) {
            asOf = time;
            return this;
        }

        Where reachedBy(Scope scope) {
            return and("s.scope && ?", (Object) scope.keyArray());
        }

        private void words(@Nullable String q) {
            if (q == null || q.isBlank()) {
                return;
            }
            for (String word : q.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
                if (asOf == null && isPair(word)) {
                    and("s.code in (select code from register_system_pair where pair = ?)", word);
                } else {
                    searchesText = true;
                    and("s.search like ?", "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
                }
            }
        }

        /** Two syllables have no trigram; of the present register all pairs without ASCII are kept. */
        private static boolean isPair(String word) {
            return word.codePointCount(0, word.length()) == 2 && word.chars().allMatch(letter -> letter > 127);
        }

        private Where equal(String column, @Nullable Object value) {
            return value == null ? this : and(column + " = ?", value);
        }

        Where and(String condition, Object... values) {
            conditions.and(condition, values);
            return this;
        }

        /** Starts after the code and reads one row more than asked, which tells whether there is a next page. */
        Where page(@Nullable String after, int size) {
            limit = size + 1;
            return after == null ? this : and("s.code > ?", after);
        }

        private String source() {
            return asOf == null ? PRESENT : PAST;
        }

        private String limit() {
            return limit == 0 ? "" : " limit " + limit;
        }

        private List<Object> parameters() {
            List<Object> all = new ArrayList<>();
            if (asOf != null) {
                all.add(asOf);
            }
            all.addAll(conditions.parameters());
            return all;
        }

        @Override
        public String toString() {
            return conditions.toString();
        }
    }
}
