package io.haetae.grading.consolidation;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.register.ServiceSpan;
import io.haetae.rule.Consolidation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the systems that are looked at, with the last word on a year of each, and those that are alike. */
@ApplicationScoped
class CandidateStore {

    private static final int DIGITS = 2;

    private static final String LOOKED_AT = """
            select s.id, s.code, s.name_ko, s.name_en, s.owner, s.system_grade, s.in_service_from,
                   s.in_service_until, u.*
              from register_system s
              left join (select distinct on (g.system) g.system, g.year, g.users, g.transactions, g.cost_won, g.satisfaction,
                                g.response_millis, g.source, g.measured_on, g.name, g.at
                           from grading_use g where g.year = ? order by g.system, g.at desc, g.id desc) u on u.system = s.id
             where s.ended_at is null
               and (s.in_service_from is null or s.in_service_from < ?)
               and (s.in_service_until is null or s.in_service_until >= ?)
               and (? or s.scope && ?)""";

    /** A service of the same name, systems both lean on, and the likeness of names. */
    private static final String ALIKE = """
            with me as (select * from register_system where id = ?),
            named as (
                select s.id, array_agg(distinct v.service -> 'name' ->> 'ko') as services
                  from register_system s cross join lateral jsonb_array_elements(
                           case jsonb_typeof(s.detail -> 'services') when 'array' then s.detail -> 'services'
                                else '[]' end) as v (service)
                 where s.ended_at is null and lower(v.service -> 'name' ->> 'ko') in (
                       select lower(w.service -> 'name' ->> 'ko')
                         from me cross join lateral jsonb_array_elements(
                                  case jsonb_typeof(me.detail -> 'services') when 'array' then me.detail -> 'services'
                                       else '[]' end) as w (service))
                 group by s.id
            ), lean as (
                select o.system as id, count(distinct o.on_system) as shared
                  from register_dependency m join register_dependency o on o.on_system = m.on_system
                 where m.system = (select id from me) and upper_inf(m.period) and upper_inf(o.period)
                 group by o.system
            )
            select * from (
                select s.code, s.name_ko, s.name_en, s.owner, s.system_grade, s.owner = me.owner as same_owner,
                       greatest(similarity(lower(s.name_ko), lower(me.name_ko)),
                                similarity(lower(s.name_en), lower(me.name_en))) as likeness,
                       coalesce(n.services, '{}') as services, coalesce(l.shared, 0) as shared
                  from register_system s cross join me
                  left join named n on n.id = s.id left join lean l on l.id = s.id
                 where s.id <> me.id and s.ended_at is null and (? or s.scope && ?)) a
             where cardinality(services) > 0 or likeness >= ? or shared >= ?
             order by cardinality(services) > 0 desc, same_owner desc, likeness desc, shared desc, code limit ?""";

    private final Sql sql;

    CandidateStore(Sql sql) {
        this.sql = sql;
    }

    /** A system with what its owner says of the year. */
    record Row(
            UUID id,
            String code,
            LocalizedText name,
            String owner,
            @Nullable Integer systemGrade,
            ServiceSpan span,
            @Nullable UseYear said) {}

    /** The living systems of those grades in scope that were in service in the year, by code. */
    List<Row> lookedAt(int year, LocalDate today, Integer[] grades, Scope scope, @Nullable String institution) {
        return sql.list(
                LOOKED_AT + """
                         and s.system_grade = any (?)
                         and (cast(? as text) is null
                              or s.owner in (select code from identity_ancestry where ancestor = ?))
                       order by s.code collate \"C\"""",
                CandidateStore::row,
                year,
                LocalDate.of(year + 1, 1, 1),
                today,
                scope.all(),
                scope.keyArray(),
                grades,
                institution,
                institution);
    }

    /** One of them, whatever its grade. */
    List<Row> lookedAt(int year, LocalDate today, Scope scope, UUID system) {
        return sql.list(
                LOOKED_AT + " and s.id = ?",
                CandidateStore::row,
                year,
                LocalDate.of(year + 1, 1, 1),
                today,
                scope.all(),
                scope.keyArray(),
                system);
    }

    /** Systems in scope into which one could be merged, the likeliest first. */
    List<Partner> alike(UUID system, Consolidation rules, Scope scope) {
        return sql.list(
                ALIKE,
                CandidateStore::partner,
                system,
                scope.all(),
                scope.keyArray(),
                rules.nameSimilarity(),
                rules.sharedDependencies(),
                rules.mostPartners());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("code")),
                Sql.text(row, "name"),
                Objects.requireNonNull(row.getString("owner")),
                row.getObject("system_grade", Integer.class),
                new ServiceSpan(
                        row.getObject("in_service_from", LocalDate.class),
                        row.getObject("in_service_until", LocalDate.class)),
                row.getObject("year") == null ? null : UseStore.year(row));
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                Objects.requireNonNull(row.getString("code")),
                Sql.text(row, "name"),
                Objects.requireNonNull(row.getString("owner")),
                row.getObject("system_grade", Integer.class),
                row.getBoolean("same_owner"),
                BigDecimal.valueOf(row.getDouble("likeness")).setScale(DIGITS, RoundingMode.HALF_UP),
                texts(row.getArray("services")),
                row.getInt("shared"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
