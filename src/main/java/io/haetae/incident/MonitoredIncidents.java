package io.haetae.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Incidents as monitoring needs them: by system, many at once. Declaring one is {@link IncidentService}'s. */
@ApplicationScoped
public class MonitoredIncidents {

    private final Sql sql;
    private final CurrentActor current;
    private final ObjectMapper json;
    private final Clock clock;

    MonitoredIncidents(Sql sql, CurrentActor current, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An incident that a system is in now.
     *
     * @param detectedAt first alarm, or when it was recorded
     */
    public record Ongoing(String number, Instant detectedAt) {}

    /**
     * An open incident, as far as it matters for seeing what belongs together.
     *
     * @param detectedAt first alarm, or when it was recorded
     * @param systems codes of the systems that have not recovered
     */
    public record Standing(String number, Instant detectedAt, Set<String> systems) {

        public Standing {
            systems = Set.copyOf(systems);
        }
    }

    /**
     * What monitoring adds to a timeline.
     *
     * @param kind its words stand under {@code timeline.<kind>}
     */
    public record Happening(String number, String kind, Instant at, Map<String, ?> data) {}

    /**
     * The newest open incident that each of the systems has not recovered from; systems without one are left out. A
     * failure only: what is feared, or an exercise, takes in no real alarm.
     */
    @Transactional
    public Map<UUID, Ongoing> ongoing(Collection<UUID> systems) {
        Map<UUID, Ongoing> ongoing = new HashMap<>();
        if (!systems.isEmpty()) {
            sql.list(
                    """
                    select w.system, i.number, i.detected from unnest(?) as w (system)
                     cross join lateral (
                           select i.number, coalesce(i.detected_at, i.recorded_at) as detected
                             from incident_system s join incident i on i.id = s.incident
                            where s.system = w.system and s.recovery_level is distinct from 'FULL'
                              and i.state = 'OPEN' and i.kind = 'FAILURE' and not i.exercise
                            order by i.seq desc limit 1) i""",
                    row -> ongoing.put(
                            row.getObject(1, UUID.class),
                            new Ongoing(row.getString(2), Sql.requiredInstant(row, "detected"))),
                    (Object) systems.toArray(UUID[]::new));
        }
        return ongoing;
    }

    /** The open failures recorded since then, real ones only. */
    @Transactional
    public List<Standing> standing(Instant since) {
        return sql.list(
                """
                select i.number, coalesce(i.detected_at, i.recorded_at) as detected, array_agg(s.code) as systems
                  from incident i join incident_system s on s.incident = i.id
                 where i.state = 'OPEN' and i.recorded_at >= ? and i.kind = 'FAILURE' and not i.exercise
                   and s.recovery_level is distinct from 'FULL'
                 group by i.id""",
                row -> new Standing(row.getString("number"), Sql.requiredInstant(row, "detected"), Set.of((String[])
                        row.getArray("systems").getArray())),
                since);
    }

    /** When people said that a system has recovered, for those of the incidents, or what took them in, in which it has. */
    @Transactional
    public Map<String, Instant> recovered(UUID system, Collection<String> numbers) {
        Map<String, Instant> recovered = new HashMap<>();
        if (!numbers.isEmpty()) {
            sql.list(
                    """
                    select n.number, s.recovered_at from incident n
                      join incident i on i.id = coalesce(n.merged_into, n.id)
                      join incident_system s on s.incident = i.id
                     where n.number = any (?) and s.system = ? and s.recovery_level = 'FULL' and i.state <> 'CANCELLED'""",
                    row -> recovered.put(row.getString(1), Sql.requiredInstant(row, "recovered_at")),
                    numbers.toArray(String[]::new),
                    system);
        }
        return recovered;
    }

    /** Those of the incidents that the actor may see. */
    @Transactional
    public Set<String> visible(Collection<String> numbers, Actor actor) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        boolean all = actor.scope().all();
        return sql
                .list(
                        """
                        select number from incident where number = any (?)
                           and (visibility = 'NORMAL' and (? or scope && ?)
                                or visibility = 'NEED_TO_KNOW' and (? or scope && ?))""",
                        row -> row.getString(1),
                        numbers.toArray(String[]::new),
                        all,
                        actor.scope().keyArray(),
                        Incidents.seesAll(actor),
                        actor.scope().keyArray())
                .stream()
                .collect(Collectors.toSet());
    }

    /** Adds to timelines, many at once, of a merged incident to that of what took it in; joins the caller's transaction. */
    @Transactional
    public void tell(List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        sql.update(
                """
                insert into incident_timeline (id, incident, at, recorded_at, kind, data, actor)
                select w.id, coalesce(i.merged_into, i.id), w.at::timestamptz, ?, w.kind, w.data::jsonb, ?
                  from unnest(?, ?, ?, ?, ?) as w (id, number, at, kind, data) join incident i on i.number = w.number""",
                now,
                current.get().name(),
                happenings.stream().map(each -> Ids.at(now)).toArray(UUID[]::new),
                texts(happenings.stream().map(Happening::number).toList()),
                texts(happenings.stream().map(each -> each.at().toString()).toList()),
                texts(happenings.stream().map(Happening::kind).toList()),
                texts(happenings.stream().map(each -> write(each.data())).toList()));
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is told cannot be written as JSON", e);
        }
    }
}
