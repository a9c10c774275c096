package io.haetae.crisis;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which incidents a crisis groups. Taken out, one is marked and stays on record. */
@ApplicationScoped
class CrisisIncidents {

    private final Sql sql;

    CrisisIncidents(Sql sql) {
        this.sql = sql;
    }

    /** False when it belongs to the crisis already. */
    boolean add(UUID crisis, String incident, Instant now, String by) {
        return sql.update("""
                        insert into crisis_incident (id, crisis, incident, added_at, added_by) values (?, ?, ?, ?, ?)
                        on conflict (crisis, incident) where removed_at is null do nothing""", Ids.at(now), crisis, incident, now, by) == 1;
    }

    /** False when it does not belong to the crisis. */
    boolean remove(UUID crisis, String incident, String reason, Instant now, String by) {
        return sql.update("""
                        update crisis_incident set removed_at = ?, removed_by = ?, reason = ?
                         where crisis = ? and incident = ? and removed_at is null""", now, by, reason, crisis, incident) == 1;
    }

    /** Numbers of those that belong to it. */
    List<String> numbers(UUID crisis) {
        return sql.list(
                "select incident from crisis_incident where crisis = ? and removed_at is null order by id",
                row -> row.getString("incident"),
                crisis);
    }

    /**
     * Numbers of those that belonged to it at a time. An incident counts from its own beginning, which lies before
     * anybody called it a crisis, until it was taken out.
     */
    List<String> numbers(UUID crisis, Instant asOf) {
        return sql.list("""
                select distinct incident from crisis_incident where crisis = ? and (removed_at is null or removed_at > ?)
                 order by incident""", row -> row.getString("incident"), crisis, asOf);
    }
}
