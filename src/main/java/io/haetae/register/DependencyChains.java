package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemTraits.DependencyType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What leans on a system, and by which way; and every dependency there is, for going over the whole register. */
@ApplicationScoped
public class DependencyChains {

    private final Sql sql;

    DependencyChains(Sql sql) {
        this.sql = sql;
    }

    /**
     * A system that leans on another one.
     *
     * @param systemGrade its confirmed grade, null while it has none
     * @param hops the shortest way to it, nearest first: each leans on the one before
     */
    public record Chain(UUID id, String code, @Nullable Integer systemGrade, List<Hop> hops) {

        public Chain {
            hops = List.copyOf(hops);
        }
    }

    /**
     * One step.
     *
     * @param code the system that leans on the one before
     * @param type how
     */
    public record Hop(String code, LocalizedText name, DependencyType type) {}

    /** That one system depends on another. */
    public record Edge(UUID system, UUID on, DependencyType type) {}

    /** What leans on the system now by dependencies of these types alone, so many steps away at most; nearest first. */
    @Transactional
    public List<Chain> leaningOn(UUID system, Set<String> types, int depth) {
        Map<UUID, Chain> found = new HashMap<>();
        List<Chain> all = new ArrayList<>();
        Map<UUID, List<Hop>> frontier = Map.of(system, List.of());
        for (int step = 1; step <= depth && !frontier.isEmpty(); step++) {
            Map<UUID, List<Hop>> next = new HashMap<>();
            for (Direct edge : direct(frontier.keySet(), types)) {
                if (edge.id().equals(system) || found.containsKey(edge.id())) {
                    continue;
                }
                List<Hop> hops = new ArrayList<>(Objects.requireNonNull(frontier.get(edge.on())));
                hops.add(edge.hop());
                Chain chain = new Chain(edge.id(), edge.hop().code(), edge.systemGrade(), hops);
                found.put(edge.id(), chain);
                all.add(chain);
                next.put(edge.id(), chain.hops());
            }
            frontier = next;
        }
        return all;
    }

    private record Direct(UUID on, UUID id, @Nullable Integer systemGrade, Hop hop) {}

    private List<Direct> direct(Set<UUID> on, Set<String> types) {
        return sql.list(
                """
                select d.on_system, d.type, s.id, s.code, s.name_ko, s.name_en, s.system_grade
                  from register_dependency d join register_system s on s.id = d.system
                 where d.on_system = any (?) and d.type = any (?) and upper_inf(d.period)
                 order by s.code, d.type
                """,
                row -> new Direct(
                        row.getObject("on_system", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getObject("system_grade", Integer.class),
                        new Hop(
                                row.getString("code"),
                                Sql.text(row, "name"),
                                DependencyType.valueOf(row.getString("type")))),
                on.toArray(UUID[]::new),
                types.toArray(String[]::new));
    }

    /** Every dependency of these types in force now. */
    @Transactional
    public List<Edge> present(Set<String> types) {
        return sql.list(
                "select system, on_system, type from register_dependency where upper_inf(period) and type = any (?)",
                row -> new Edge(
                        row.getObject("system", UUID.class),
                        row.getObject("on_system", UUID.class),
                        DependencyType.valueOf(row.getString("type"))),
                (Object) types.toArray(String[]::new));
    }
}
