package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what became of systems, and their other codes. */
@ApplicationScoped
class SuccessionRows {

    private static final String PARTS = "coalesce((select jsonb_agg(jsonb_build_object('code', s.code, 'name',"
            + " jsonb_build_object('ko', s.name_ko, 'en', s.name_en), 'systemGrade', s.system_grade) order by s.code)"
            + " from register_succession_part p join register_system s on s.id = p.system"
            + " where p.succession = x.id and p.side = '%s'), '[]')";
    private static final String VIEW = "select jsonb_build_object('id', x.id, 'kind', x.kind, 'at', x.at, 'former', "
            + PARTS.formatted("FORMER") + ", 'latter', " + PARTS.formatted("LATTER")
            + ", 'reason', x.reason, 'decidedBy', x.decided_by, 'document', x.document,"
            + " 'recordedBy', x.recorded_by)::text from register_succession x";

    private final Sql sql;
    private final ObjectMapper json;

    SuccessionRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(UUID id, SuccessionCommand command, Instant at, String by) {
        sql.update(
                "insert into register_succession (id, kind, at, reason, decided_by, document, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                command.kind(),
                at,
                command.reason(),
                command.decidedBy(),
                command.document(),
                by);
    }

    void parts(UUID succession, String side, Collection<UUID> systems) {
        sql.update(
                "insert into register_succession_part (succession, side, system) select ?, ?, * from unnest(?)",
                succession,
                side,
                systems.toArray(UUID[]::new));
    }

    /** Ends entries; says how many lived until now. */
    int end(Collection<UUID> systems, EndedAs as, Instant at, String by) {
        return sql.update(
                "update register_system set ended_at = ?, ended_as = ?, version = version + 1, changed_at = ?,"
                        + " changed_by = ? where id = any (?) and ended_at is null",
                at,
                as,
                at,
                by,
                systems.toArray(UUID[]::new));
    }

    SuccessionView one(UUID id) {
        return read(VIEW + " where x.id = ?", id).get(0);
    }

    /** Everything that led to a system and away from it, over as many successions as there were. */
    List<SuccessionView> around(UUID system) {
        return read(
                """
                with recursive back (id) as (
                    select ?::uuid
                    union
                    select f.system from back b
                      join register_succession_part l on l.system = b.id and l.side = 'LATTER'
                      join register_succession_part f on f.succession = l.succession and f.side = 'FORMER'
                ), forth (id) as (
                    select ?::uuid
                    union
                    select l.system from forth b
                      join register_succession_part f on f.system = b.id and f.side = 'FORMER'
                      join register_succession_part l on l.succession = f.succession and l.side = 'LATTER'
                )
                """
                        + VIEW
                        + " where x.id in (select p.succession from register_succession_part p"
                        + " join back on back.id = p.system where p.side = 'LATTER'"
                        + " union select p.succession from register_succession_part p"
                        + " join forth on forth.id = p.system where p.side = 'FORMER') order by x.at desc, x.id desc",
                system,
                system);
    }

    void alias(String code, UUID system, Instant at, String by) {
        sql.update(
                "insert into register_alias (code, system, since, recorded_by) values (?, ?, ?, ?)",
                code,
                system,
                at,
                by);
    }

    List<String> aliases(UUID system) {
        return sql.list(
                "select code from register_alias where system = ? order by code", row -> row.getString(1), system);
    }

    /** Which of the codes are other codes of some system. */
    List<String> aliasesAmong(Collection<String> codes) {
        return sql.list("select code from register_alias where code = any (?)", row -> row.getString(1), (Object)
                codes.toArray(String[]::new));
    }

    /** The codes of the living systems that each code means. */
    Map<String, List<String>> meant(Collection<String> codes) {
        Map<String, List<String>> meant = new HashMap<>();
        sql.list(
                "select m.said, array_agg(s.code order by s.code) from register_meant_by(?) m"
                        + " join register_system s on s.id = m.system group by m.said",
                row -> meant.put(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())),
                (Object) codes.toArray(String[]::new));
        return meant;
    }

    private List<SuccessionView> read(String query, Object... parameters) {
        return sql.list(
                query,
                row -> {
                    try {
                        return json.readValue(row.getString(1), SuccessionView.class);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("a stored succession cannot be read", e);
                    }
                },
                parameters);
    }
}
