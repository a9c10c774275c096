package io.haetae.incident;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be known outside without anybody's approval: which systems a failure hits and how, no word of what people
 * wrote. Nothing of an incident with a suspicion of intrusion or known to few only, of a mere fear, or of an exercise.
 */
@ApplicationScoped
public class PublicIncidents {

    private static final String TOLD = "i.security = 'NONE' and i.visibility = 'NORMAL'";
    private static final String REAL = "i.kind = 'FAILURE' and not i.exercise";

    private final Sql sql;

    PublicIncidents(Sql sql) {
        this.sql = sql;
    }

    /** How a system fares. */
    public enum Service {
        STOPPED,
        DEGRADED,
        UNKNOWN,
        NORMAL
    }

    /**
     * A failure that may be known.
     *
     * @param id never changes, and says nothing
     * @param failureGrade 장애등급, null while there is none
     * @param recordedAt when it was recorded
     * @param changedAt when something that may be known changed last
     * @param recoveredAt when its last system recovered, null while it is open
     * @param systems the systems it hits or hit
     */
    public record PublicIncident(
            UUID id,
            @Nullable Integer failureGrade,
            Instant recordedAt,
            Instant changedAt,
            @Nullable Instant recoveredAt,
            List<Affected> systems) {

        public PublicIncident {
            systems = List.copyOf(systems);
        }

        private PublicIncident hitting(List<Affected> all) {
            return new PublicIncident(id, failureGrade, recordedAt, changedAt, recoveredAt, all);
        }
    }

    /**
     * A system that a failure hits.
     *
     * @param system its id in the register
     * @param service how it fares
     * @param inPart whether it is known to fail for a part of its users only
     * @param recovered whether it runs again in full
     */
    public record Affected(UUID system, Service service, boolean inPart, boolean recovered) {}

    /** Failures that are open or recovered after {@code since}, the newest first. */
    @Transactional
    public List<PublicIncident> since(Instant since) {
        Map<UUID, PublicIncident> heads = new LinkedHashMap<>();
        Map<UUID, List<Affected>> systems = new HashMap<>();
        sql.list(
                """
                select i.id, i.failure_grade, i.recorded_at, i.recovered_at, s.system, s.service,
                    coalesce(s.lost_share < 1, false) as in_part,
                    coalesce(s.recovery_level = 'FULL', false) as recovered,
                    greatest(i.recorded_at, i.reopened_at, i.recovered_at, max(s.recovered_at) over w,
                        max(s.stopped_since) over w, max(s.degraded_since) over w) as changed_at
                from incident i join incident_system s on s.incident = i.id
                where %s and %s and (s.service <> 'NORMAL' or s.recovery_level is not null)
                  and (i.state = 'OPEN' or i.state in ('RECOVERED', 'CLOSED') and i.recovered_at >= ?)
                window w as (partition by i.id)
                order by i.seq desc, s.code
                """.formatted(TOLD, REAL),
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    heads.putIfAbsent(id, head(id, row));
                    return systems.computeIfAbsent(id, any -> new ArrayList<>()).add(affected(row));
                },
                since);
        return heads.values().stream()
                .map(head -> head.hitting(systems.getOrDefault(head.id(), List.of())))
                .toList();
    }

    /** Systems that fail now in an incident that may not be known: nothing is to be said of them, not even that they run. */
    @Transactional
    public Set<UUID> unspoken() {
        return new HashSet<>(sql.list(
                "select distinct s.system from incident i join incident_system s on s.incident = i.id"
                        + " where i.state = 'OPEN' and s.service <> 'NORMAL' and not (" + TOLD + ") and " + REAL,
                row -> row.getObject("system", UUID.class)));
    }

    /** Codes of systems that do not run now, whoever may know: what depends on them is no substitute. */
    @Transactional
    public Set<String> unavailable() {
        return new HashSet<>(sql.list(
                "select distinct s.code from incident i join incident_system s on s.incident = i.id"
                        + " where i.state = 'OPEN' and s.service in ('STOPPED', 'UNKNOWN') and " + REAL,
                row -> row.getString("code")));
    }

    private static PublicIncident head(UUID id, ResultSet row) throws SQLException {
        return new PublicIncident(
                id,
                row.getObject("failure_grade", Integer.class),
                Sql.requiredInstant(row, "recorded_at"),
                Sql.requiredInstant(row, "changed_at"),
                Sql.instant(row, "recovered_at"),
                List.of());
    }

    private static Affected affected(ResultSet row) throws SQLException {
        return new Affected(
                row.getObject("system", UUID.class),
                Service.valueOf(row.getString("service")),
                row.getBoolean("in_part"),
                row.getBoolean("recovered"));
    }
}
