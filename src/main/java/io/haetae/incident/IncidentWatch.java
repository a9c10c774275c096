package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Clocks, grades, procedures and reviews of incidents that were not looked at, clocks that people let run out, and clocks
 * that are not what their events say.
 */
@ApplicationScoped
class IncidentWatch implements Watched {

    private final Sql sql;

    IncidentWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select late.*, i.number from (
                    select 'clock' as what, kind as detail, incident, next_at as due_at, true as by_service
                      from incident_clock where next_at < ?
                    union all
                    select 'clock-run-out', kind, incident, due_at, false
                      from incident_clock where state = 'BREACHED' and due_at < ?
                    union all
                    select 'regrade', '', id, regrade_at, true from incident where regrade_at < ?
                    union all
                    select 'procedure', '', id, procedures_due_at, true from incident where procedures_due_at < ?
                    union all
                    select 'clock-deviates', array_to_string(clocks, ', '), incident, since, true
                      from incident_clock_deviation where since < ?
                    union all
                    select 'review', '', incident, next_at, true from incident_review where next_at < ?) late
                  join incident i on i.id = late.incident
                 order by due_at limit ?
                """,
                row -> new Late(
                        row.getString("what"),
                        row.getString("detail"),
                        Telling.INCIDENT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "due_at"),
                        row.getBoolean("by_service")),
                before,
                before,
                before,
                before,
                before,
                before,
                most);
    }
}
