package io.haetae.intake;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What alerts tell of many incidents at once, for whoever may see those incidents. */
@ApplicationScoped
public class StormAlerts {

    private final Sql sql;

    StormAlerts(Sql sql) {
        this.sql = sql;
    }

    /**
     * The alerts of one system.
     *
     * @param first when the first one came in
     * @param alerts how many different ones
     * @param received how often they were posted
     * @param incident of the first one
     */
    public record OfSystem(String system, Instant first, long alerts, long received, String incident) {}

    /** The alerts of these incidents by system, the first ones first. */
    @Transactional
    public List<OfSystem> bySystem(Collection<String> incidents) {
        return sql.list(
                """
                select s.code, min(a.first_at) as first_at, count(*) as alerts, sum(a.received) as received,
                       (array_agg(a.incident order by a.first_at))[1] as incident
                  from intake_any_alert a join register_system s on s.id = a.system
                 where a.incident = any (?) group by s.code order by 2, 1
                """,
                row -> new OfSystem(
                        row.getString("code"),
                        Sql.requiredInstant(row, "first_at"),
                        row.getLong("alerts"),
                        row.getLong("received"),
                        row.getString("incident")),
                (Object) incidents.toArray(String[]::new));
    }

    /** Which of these incidents is the cause of which others, by number of the effect: what people confirmed. */
    @Transactional
    public Map<String, String> causes(Collection<String> incidents) {
        Map<String, String> causes = new TreeMap<>();
        sql.list("""
                        select incident, other from intake_link
                         where kind = 'CAUSED_BY' and incident = any (?) order by at desc
                        """, row -> Map.entry(row.getString("incident"), row.getString("other")), (Object)
                        incidents.toArray(String[]::new))
                .forEach(link -> causes.putIfAbsent(link.getKey(), link.getValue()));
        return causes;
    }

    /** How many of these incidents are proposed as effects of which cause, by number of the cause; nobody has decided. */
    @Transactional
    public Map<String, Integer> proposed(Collection<String> incidents) {
        Map<String, Integer> proposed = new TreeMap<>();
        sql.list(
                        """
                        select p.target, count(distinct m.incident) as effects
                          from intake_proposal p join intake_proposal_member m on m.proposal = p.id
                         where p.state = 'OPEN' and p.kind = 'CAUSE' and p.target = any (?) and m.incident = any (?)
                         group by p.target
                        """,
                        row -> Map.entry(row.getString("target"), row.getInt("effects")),
                        incidents.toArray(String[]::new),
                        incidents.toArray(String[]::new))
                .forEach(cause -> proposed.put(cause.getKey(), cause.getValue()));
        return proposed;
    }
}
