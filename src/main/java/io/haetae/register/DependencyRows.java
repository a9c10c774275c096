package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.haetae.register.DependencySheet.On;
import io.haetae.register.SystemTraits.DependencyType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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
import org.jspecify.annotations.Nullable;

/** The edges between systems, by SQL. */
@ApplicationScoped
class DependencyRows {

    private static final String WANTED =
            "jsonb_to_recordset(cast(:edges as jsonb)) as w(system uuid, on_system uuid, type text)";
    private static final String SAME = " w.system = d.system and w.on_system = d.on_system and w.type = d.type";

    /** At the time asked for, or, when none is, now: whatever has no end, should the clocks of replicas differ. */
    private static final String IN_FORCE = "(case when cast(:at as timestamptz) is null then upper_inf(d.period)"
            + " else d.period @> cast(:at as timestamptz) end)";

    private final EntityManager database;
    private final ObjectMapper json;

    DependencyRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Edge(UUID system, UUID onSystem, String type) {}

    /** The version of a system's dependencies, locked until the transaction ends. */
    int lockVersion(UUID system) {
        Object version = database.createNativeQuery(
                        "select dependency_version from register_system where id = :id for update")
                .setParameter("id", system)
                .getSingleResult();
        return ((Number) version).intValue();
    }

    /** The version of a system's dependencies. */
    int version(UUID system) {
        Object version = database.createNativeQuery("select dependency_version from register_system where id = :id")
                .setParameter("id", system)
                .getSingleResult();
        return ((Number) version).intValue();
    }

    /** Makes {@code edges} all that the systems depend on from {@code at} on. Returns the systems for which that is new. */
    Set<UUID> replace(Collection<UUID> systems, Collection<Edge> edges, Instant at) {
        Set<UUID> changed = new HashSet<>();
        String gone = " d.system = any (cast(:systems as uuid[])) and upper_inf(d.period)"
                + " and not exists (select from " + WANTED + " where" + SAME + ")";
        // What is taken back within the instant it was said in was never in force.
        changed.addAll(run(
                "delete from register_dependency d where" + gone + " and lower(d.period) >= cast(:at as timestamptz)"
                        + " returning d.system",
                systems,
                edges,
                at));
        changed.addAll(run(
                "update register_dependency d set period = tstzrange(lower(d.period), cast(:at as timestamptz)) where"
                        + gone + " returning d.system",
                systems,
                edges,
                at));
        changed.addAll(run(
                "insert into register_dependency (system, on_system, type, period)"
                        + " select w.system, w.on_system, w.type, tstzrange(cast(:at as timestamptz), null) from "
                        + WANTED + " where w.system = any (cast(:systems as uuid[])) and not exists (select from"
                        + " register_dependency d where upper_inf(d.period) and" + SAME + ") returning system",
                systems,
                edges,
                at));
        database.createNativeQuery("update register_system set dependency_version = dependency_version + 1"
                        + " where id = any (cast(:systems as uuid[]))")
                .setParameter("systems", changed.toArray(UUID[]::new))
                .executeUpdate();
        return changed;
    }

    private List<UUID> run(String sql, Collection<UUID> systems, Collection<Edge> edges, Instant at) {
        List<?> rows = database.createNativeQuery(sql)
                .setParameter("systems", systems.toArray(UUID[]::new))
                .setParameter("edges", write(edges))
                .setParameter("at", at)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** What the system depends on at that time, by code. */
    List<On> on(UUID system, @Nullable Instant at) {
        List<?> rows = database.createNativeQuery("select cast(jsonb_build_object('on', s.code, 'type', d.type,"
                        + " 'name', jsonb_build_object('ko', s.name_ko, 'en', s.name_en),"
                        + " 'systemGrade', s.system_grade) as text)"
                        + " from register_dependency d join register_system s on s.id = d.on_system"
                        + " where d.system = :system and " + IN_FORCE + ""
                        + " order by s.code, d.type")
                .setParameter("system", system)
                .setParameter("at", at)
                .getResultList();
        return rows.stream().map(row -> read((String) row, On.class)).toList();
    }

    /** What each of the systems depends on at that time, by code. */
    Map<String, Set<DependencyCommand>> onEach(Collection<String> codes, @Nullable Instant at) {
        List<?> rows = database.createNativeQuery("select s.code, o.code, d.type from register_dependency d"
                        + " join register_system s on s.id = d.system join register_system o on o.id = d.on_system"
                        + " where s.code = any (cast(:codes as text[])) and " + IN_FORCE + "")
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("at", at)
                .getResultList();
        Map<String, Set<DependencyCommand>> on = new HashMap<>();
        for (Object row : rows) {
            Object[] edge = (Object[]) row;
            on.computeIfAbsent((String) edge[0], none -> new HashSet<>())
                    .add(new DependencyCommand((String) edge[1], DependencyType.valueOf((String) edge[2])));
        }
        return on;
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
        Query query = database.createNativeQuery("select distinct d.on_system, s.id, s.code, s.name_ko, s.name_en,"
                + " s.system_grade, s.owner, s.operator from register_dependency d"
                + " join register_system s on s.id = d.system"
                + " where d.on_system = any (cast(:on as uuid[])) and " + IN_FORCE + ""
                + " order by s.code");
        Map<UUID, List<Dependent>> byCause = new HashMap<>();
        for (Object row : query.setParameter("on", on).setParameter("at", at).getResultList()) {
            Object[] c = (Object[]) row;
            Integer grade = c[5] == null ? null : ((Number) c[5]).intValue();
            Dependent edge = new Dependent(
                    (UUID) c[0],
                    (UUID) c[1],
                    (String) c[2],
                    (String) c[3],
                    (String) c[4],
                    grade,
                    (String) c[6],
                    (String) c[7],
                    1);
            byCause.computeIfAbsent(edge.root(), none -> new ArrayList<>()).add(edge);
        }
        return byCause;
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
        List<?> rows = database.createNativeQuery("with recursive reached (root, id) as ("
                        + " select d.on_system, d.system from register_dependency d"
                        + " where upper_inf(d.period) and d.on_system = any (cast(:roots as uuid[]))"
                        + " union select r.root, d.system from reached r"
                        + " join register_dependency d on d.on_system = r.id and upper_inf(d.period))"
                        + " select root, count(*) from reached where id <> root group by root")
                .setParameter("roots", roots.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Integer> counts = new HashMap<>();
        for (Object row : rows) {
            Object[] pair = (Object[]) row;
            counts.put((UUID) pair[0], ((Number) pair[1]).intValue());
        }
        return counts;
    }

    /** What each of the systems rests on now, directly or through others, by code, in one query. */
    Map<String, Set<String>> supports(Collection<String> codes) {
        List<?> rows = database.createNativeQuery("with recursive reached (root, id) as ("
                        + " select d.system, d.on_system from register_dependency d"
                        + " join register_system s on s.id = d.system"
                        + " where upper_inf(d.period) and s.code = any (cast(:codes as text[]))"
                        + " union select r.root, d.on_system from reached r"
                        + " join register_dependency d on d.system = r.id and upper_inf(d.period))"
                        + " select f.code, o.code from reached r join register_system f on f.id = r.root"
                        + " join register_system o on o.id = r.id where r.id <> r.root")
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList();
        Map<String, Set<String>> supports = new HashMap<>();
        for (Object row : rows) {
            Object[] pair = (Object[]) row;
            supports.computeIfAbsent((String) pair[0], none -> new HashSet<>()).add((String) pair[1]);
        }
        return supports;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dependencies cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored dependency cannot be read", e);
        }
    }
}
