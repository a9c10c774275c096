package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemTraits.DependencyType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the loss of a system, a site or a room means, and how to come back from it: one statement per step outwards. */
@ApplicationScoped
public class ImpactService {

    private final SystemService systems;
    private final SiteService sites;
    private final Sql sql;
    private final Clock clock;

    ImpactService(SystemService systems, SiteService sites, Sql sql, Clock clock) {
        this.systems = systems;
        this.sites = sites;
        this.sql = sql;
        this.clock = clock;
    }

    private record Node(
            UUID id,
            String code,
            LocalizedText name,
            @Nullable Integer grade) {}

    /** What depends on a system in scope, directly or through others. */
    @Transactional
    public Loss ofSystem(String code, Scope scope) {
        return loss(List.of(systems.require(code, scope).id()));
    }

    /** What stands at a site, or in one of its rooms, and what depends on that. */
    @Transactional
    public Loss ofPlace(String site, @Nullable String room) {
        if (room != null && !sites.get(site).rooms().contains(room)) {
            throw Refusal.notFound();
        }
        return loss(sql.list(
                """
                select id from register_system
                 where site = ? and (?::text is null or room = ?) and ended_at is null
                   and (in_service_until is null or in_service_until >= ?::date)
                """,
                row -> row.getObject("id", UUID.class),
                sites.get(site).code(),
                room,
                room,
                LocalDate.ofInstant(clock.instant(), Zones.SEOUL).toString()));
    }

    private Loss loss(Collection<UUID> lost) {
        Map<UUID, Integer> distances = distances(lost);
        UUID[] all = distances.keySet().toArray(UUID[]::new);
        Map<String, Node> nodes = new LinkedHashMap<>();
        sql.list(
                        "select id, code, name_ko, name_en, system_grade from register_system where id = any (?) order by code",
                        ImpactService::node,
                        (Object) all)
                .forEach(node -> nodes.put(node.code(), node));
        List<Loss.Dependency> dependencies = dependencies(all);
        Map<String, @Nullable Integer> grades = new HashMap<>();
        nodes.values().forEach(node -> grades.put(node.code(), node.grade()));
        List<RestorationOrder.Step> steps = RestorationOrder.of(
                grades,
                dependencies.stream()
                        .map(each -> new RestorationOrder.Edge(each.system(), each.on()))
                        .toList());
        List<Loss.Restored> order = steps.stream()
                .map(step -> restored(step, Objects.requireNonNull(nodes.get(step.system())), distances))
                .toList();
        return new Loss(lost.size(), order.size() - lost.size(), order, dependencies);
    }

    private Map<UUID, Integer> distances(Collection<UUID> lost) {
        Map<UUID, Integer> distances = new LinkedHashMap<>();
        lost.forEach(id -> distances.put(id, 0));
        List<UUID> frontier = List.copyOf(lost);
        for (int distance = 1; !frontier.isEmpty(); distance++) {
            int here = distance;
            frontier =
                    sql
                            .list("""
                            select distinct system from register_dependency
                             where on_system = any (?) and upper_inf(period)
                            """, row -> row.getObject("system", UUID.class), (Object)
                                    frontier.toArray(UUID[]::new))
                            .stream()
                            .filter(id -> distances.putIfAbsent(id, here) == null)
                            .toList();
        }
        return distances;
    }

    private List<Loss.Dependency> dependencies(UUID[] within) {
        return sql.list(
                """
                select s.code, o.code as on_code, d.type
                  from register_dependency d join register_system s on s.id = d.system
                  join register_system o on o.id = d.on_system
                 where upper_inf(d.period) and d.system = any (?) and d.on_system = any (?) order by s.code, o.code, d.type
                """,
                row -> new Loss.Dependency(
                        row.getString("code"), row.getString("on_code"), DependencyType.valueOf(row.getString("type"))),
                within,
                within);
    }

    private static Loss.Restored restored(RestorationOrder.Step step, Node node, Map<UUID, Integer> distances) {
        return new Loss.Restored(
                node.code(),
                node.name(),
                node.grade(),
                distances.getOrDefault(node.id(), 0),
                step.round(),
                step.after(),
                step.without());
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Sql.text(row, "name"),
                row.getObject("system_grade", Integer.class));
    }
}
