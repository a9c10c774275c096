package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.procedure.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Moves what belongs to one incident to another, in bulk; entities loaded before are stale afterwards and forgotten. */
@ApplicationScoped
class IncidentMoves {

    private final EntityManager database;
    private final Sql sql;
    private final Runs runs;

    IncidentMoves(EntityManager database, Sql sql, Runs runs) {
        this.database = database;
        this.sql = sql;
        this.runs = runs;
    }

    /** Everything that is not the incident itself: systems that the survivor lacks, timeline, answers, what was met. */
    void merge(Incident source, Incident survivor, int measurement, String reason, Instant now) {
        database.flush();
        systems(
                source,
                survivor,
                source.systems.stream()
                        .filter(system -> survivor.system(system.getCode()).isEmpty())
                        .map(IncidentSystem::getSystem)
                        .toList());
        sql.update("update incident set merged_into = ? where merged_into = ?", survivor.id, source.id);
        sql.update(
                "update incident_timeline set incident = ?, under = coalesce(under, ?) where incident = ?",
                survivor.id,
                source.number,
                source.id);
        sql.update("update incident_file set incident = ? where incident = ?", survivor.id, source.id);
        sql.update("update incident_acknowledgement set incident = ? where incident = ?", survivor.id, source.id);
        sql.update(
                "update incident_clock set incident = ?, measurement = ? where incident = ? and state = 'MET'",
                survivor.id,
                measurement,
                source.id);
        sql.update(
                "update incident_role set until_at = ?, end_note = ? where incident = ? and until_at is null",
                now,
                reason,
                source.id);
        links(source, survivor, reason, now);
        runs.takeOver(Telling.INCIDENT, source.number, survivor.number, reason);
        database.clear();
    }

    /** Links follow, unless the survivor has the same or would be linked with itself; those are ended. */
    private void links(Incident source, Incident survivor, String reason, Instant now) {
        sql.update("""
                update incident_link l set of = ?
                 where of = ? and removed_at is null and to_id <> ?
                   and not exists (select 1 from incident_link k where k.of = ? and k.removed_at is null
                        and (k.kind = l.kind and k.to_id = l.to_id or k.kind = 'PARENT' and l.kind = 'PARENT'))""", survivor.id, source.id, survivor.number, survivor.id);
        sql.update("""
                update incident_link l set to_id = ?
                 where to_id = ? and to_kind = 'INCIDENT' and removed_at is null and of <> ?
                   and not exists (select 1 from incident_link k where k.of = l.of and k.removed_at is null
                        and k.kind = l.kind and k.to_id = ?)""", survivor.number, source.number, survivor.id, survivor.number);
        sql.update("""
                update incident_link set removed_at = ?, removed_by = ?, remove_reason = ?
                 where removed_at is null and (of = ? or to_kind = 'INCIDENT' and to_id = ?)""", now, survivor.number, reason, source.id, source.number);
    }

    /** Systems with their recoveries and how they fared; "since the onset" becomes the time of their own onset. */
    void systems(Incident from, Incident to, List<UUID> systems) {
        database.flush();
        UUID[] ids = systems.toArray(UUID[]::new);
        sql.update("""
                update incident_system set incident = ?,
                    stopped_since = coalesce(stopped_since, case when service in ('STOPPED', 'UNKNOWN') then cast(? as timestamptz) end),
                    degraded_since = coalesce(degraded_since, case when service <> 'NORMAL' then cast(? as timestamptz) end)
                 where incident = ? and system = any (?)""", to.id, from.onset(), from.onset(), from.id, ids);
        sql.update(
                "update incident_system_course set incident = ? where incident = ? and system = any (?)",
                to.id,
                from.id,
                ids);
    }

    /** What was loaded is stale. */
    void forget() {
        database.flush();
        database.clear();
    }
}
