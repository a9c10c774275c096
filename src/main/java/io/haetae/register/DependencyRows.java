package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.haetae.kernel.Sql;
import io.haetae.register.DependencySheet.On;
import io.haetae.register.SystemTraits.DependencyType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edges between systems, by SQL. */
@ApplicationScoped
class DependencyRows {

    private static final String WANTED =
            "jsonb_to_recordset(cast(? as jsonb)) as w(system uuid, on_system uuid, type text)";
    private static final String SAME = " w.system = d.system and w.on_system = d.on_system and w.type = d.type";

    private final Sql sql;
    private final ObjectMapper json;

    DependencyRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Edge(UUID system, UUID onSystem, String type) {}

    /** The version of a system's dependencies, locked until the transaction ends. */
    int lockVersion(UUID system) {
        return version("select dependency_version from register_system where id = ? for update", system);
    }

    /** The version of a system's dependencies. */
    int version(UUID system) {
        return version("select dependency_version from register_system where id = ?", system);
    }

    private int version(String query, UUID system) {
        return sql.first(query, row -> row.getInt(1), system).orElseThrow();
    }

    /** Makes {@code edges} all that the systems depend on from {@code at} on. Returns the systems for which that is new. */
    Set<UUID> replace(Collection<UUID> systems, Collection<Edge> edges, Instant at) {
        UUID[] of = systems.toArray(UUID[]::new);
        String wanted = write(edges);
        String gone = " d.system = any (?) and upper_inf(d.period)" + " and not exists (select from " + WANTED
                + " where" + SAME + ")";
        // What is taken back within the instant it was said in was never in force.
        Set<UUID> changed = new HashSet<>(systems(
                "delete from register_dependency d where" + gone + " and lower(d.period) >= ? returning d.system",
                of,
                wanted,
                at));
        changed.addAll(systems(
                "update register_dependency d set period = tstzrange(lower(d.period), ?) where" + gone
                        + " returning d.system",
                at,
                of,
                wanted));
        changed.addAll(systems(
                "insert into register_dependency (system, on_system, type, period)"
                        + " select w.system, w.on_system, w.type, tstzrange(?, null) from " + WANTED
                        + " where w.system = any (?) and not exists (select from"
                        + " register_dependency d where upper_inf(d.period) and" + SAME + ") returning system",
                at,
                wanted,
                of));
        sql.update("update register_system set dependency_version = dependency_version + 1 where id = any (?)", (Object)
                changed.toArray(UUID[]::new));
        return changed;
    }

    private List<UUID> systems(String statement, Object... parameters) {
        return sql.list(statement, row -> row.getObject(1, UUID.class), parameters);
    }

    /** What the system depends on at that time, by code. */
    List<On> on(UUID system, @Nullable Instant at) {
        return sql.list(
                "select s.code, d.type, s.name_ko, s.name_en, s.system_grade"
                        + " from register_dependency d join register_system s on s.id = d.on_system"
                        + " where d.system = ? and " + inForce(at) + " order by s.code, d.type",
                row -> new On(
                        row.getString("code"),
                        DependencyType.valueOf(row.getString("type")),
                        Sql.text(row, "name"),
                        (Integer) row.getObject("system_grade")),
                at(system, at));
    }

    /** What each of the systems depends on at that time, by code. */
    Map<String, Set<DependencyCommand>> onEach(Collection<String> codes, @Nullable Instant at) {
        Map<String, Set<DependencyCommand>> on = new HashMap<>();
        sql.list(
                        "select s.code, o.code, d.type from register_dependency d"
                                + " join register_system s on s.id = d.system join register_system o on o.id = d.on_system"
                                + " where s.code = any (?) and " + inForce(at),
                        row -> Map.entry(
                                row.getString(1),
                                new DependencyCommand(row.getString(2), DependencyType.valueOf(row.getString(3)))),
                        at(codes.toArray(String[]::new), at))
                .forEach(edge -> on.computeIfAbsent(edge.getKey(), none -> new HashSet<>())
                        .add(edge.getValue()));
        return on;
    }

    /** At the time asked for, or, when none is, now: whatever has no end, should the clocks of replicas differ. */
    private static String inForce(@Nullable Instant at) {
        return at == null ? "upper_inf(d.period)" : "d.period @> ?";
    }

    private static Object[] at(Object first, @Nullable Instant at) {
        return at == null ? new Object[] {first} : new Object[] {first, at};
    }

    /**
     * Every system that a failure of one of the roots reaches at that time, nearest first. One query per step
     * outwards; a circle ends where it began.
     */
    List<Dependent> dependents(Collection<UUID> roots, @Nullable Instant at) {
        Map<UUID, Set<UUID>> reached = new LinkedHashMap<>();
        roots.forEach(root -> reached.put(root, new HashSet<>(Set.of(root))));
        Map<UUID, Set<UUID>> frontier = new HashMap<>();
        roots.forEach(root -> frontier.put(root, Set.of(root)));
        List<Dependent> found = new ArrayList<>();
        for (int depth = 1; !frontier.isEmpty(); depth++) {
            Map<UUID, List<Dependent>> next = direct(frontier.values(), at);
            for (UUID root : List.copyOf(frontier.keySet())) {
                Set<UUID> fresh = new HashSet<>();
                for (UUID from : frontier.getOrDefault(root, Set.of())) {
                    for (Dependent edge : next.getOrDefault(from, List.of())) {
                        if (Objects.requireNonNull(reached.get(root)).add(edge.id())) {
                            fresh.add(edge.id());
                            found.add(at(edge, root, depth));
                        }
                    }
                }
                if (fresh.isEmpty()) {
                    frontier.remove(root);
                } else {
                    frontier.put(root, fresh);
                }
            }
        }
        return found;
    }

    private Map<UUID, List<Dependent>> direct(Collection<Set<UUID>> frontiers, @Nullable Instant at) {
        UUID[] on = frontiers.stream().flatMap(Set::stream).distinct().toArray(UUID[]::new);
        return sql
                .list(
                        "select distinct d.on_system, s.id, s.code, s.name_ko, s.name_en, s.system_grade, s.owner,"
                                + " s.operator from register_dependency d join register_system s on s.id = d.system"
                                + " where d.on_system = any (?) and " + inForce(at) + " order by s.code",
                        row -> new Dependent(
                                row.getObject("on_system", UUID.class),
                                row.getObject("id", UUID.class),
                                row.getString("code"),
                                row.getString("name_ko"),
                                row.getString("name_en"),
                                (Integer) row.getObject("system_grade"),
                                row.getString("owner"),
                                row.getString("operator"),
                                1),
                        at(on, at))
                .stream()
                .collect(Collectors.groupingBy(Dependent::root));
    }

    private static Dependent at(Dependent edge, UUID root, int depth) {
        return new Dependent(
                root,
                edge.id(),
                edge.code(),
                edge.nameKo(),
                edge.nameEn(),
                edge.systemGrade(),
                edge.owner(),
                edge.operator(),
                depth);
    }

    /** How many other systems a failure of each root reaches now, in one query. Roots that reach none are left out. */
    Map<UUID, Integer> affectedCounts(Collection<UUID> roots) {
        return sql
                .list(
                        "with recursive reached (root, id) as ("
                                + " select d.on_system, d.system from register_dependency d"
                                + " where upper_inf(d.period) and d.on_system = any (?)"
                                + " union select r.root, d.system from reached r"
                                + " join register_dependency d on d.on_system = r.id and upper_inf(d.period))"
                                + " select root, count(*) from reached where id <> root group by root",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
                        (Object) roots.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What each of the systems rests on now, directly or through others, by code, in one query. */
    Map<String, Set<String>> supports(Collection<String> codes) {
        return sql
                .list(
                        "with recursive reached (root, id) as ("
                                + " select d.system, d.on_system from register_dependency d"
                                + " join register_system s on s.id = d.system"
                                + " where upper_inf(d.period) and s.code = any (?)"
                                + " union select r.root, d.on_system from reached r"
                                + " join register_dependency d on d.system = r.id and upper_inf(d.period))"
                                + " select f.code, o.code from reached r join register_system f on f.id = r.root"
                                + " join register_system o on o.id = r.id where r.id <> r.root",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        (Object) codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dependencies cannot be written as JSON", e);
        }
    }
}
