package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One incident of many, in a transaction of its own: one that is refused keeps no other from being done. */
@ApplicationScoped
class BulkStepService {

    private final Incidents incidents;
    private final IncidentCourseService course;
    private final IncidentEndService ends;
    private final BulkRows rows;
    private final CurrentActor current;

    BulkStepService(
            Incidents incidents,
            IncidentCourseService course,
            IncidentEndService ends,
            BulkRows rows,
            CurrentActor current) {
        this.incidents = incidents;
        this.course = course;
        this.ends = ends;
        this.rows = rows;
        this.current = current;
    }

    /** Takes the step and counts it. */
    @Transactional
    public void take(UUID bulk, BulkCommand.Act act, String number, String reason) {
        Actor actor = current.get();
        Incident incident = incidents.lock(number, actor);
        switch (act) {
            case ACKNOWLEDGE -> {
                if (incident.acknowledgedAt != null) {
                    throw new Refusal(IncidentError.ACKNOWLEDGED_ALREADY, Map.of("value", incident.number));
                }
                course.acknowledge(incident.number, Acknowledgement.onPage(reason));
            }
            case CLOSE -> ends.close(incident.number, reason);
        }
        Instant at = act == BulkCommand.Act.CLOSE ? incident.closedAt : incident.acknowledgedAt;
        rows.done(bulk, number, incident.id, Objects.requireNonNull(at));
    }

    /** Counts one that was refused. */
    @Transactional
    public void refused(UUID bulk, String number, String code) {
        rows.refused(bulk, number, code);
    }

    /** Takes one back, unless something has happened to it since. */
    @Transactional
    public void undo(BulkRows.Bulk bulk, BulkRows.Item item, String reason) {
        UUID id = Objects.requireNonNull(item.incident());
        Instant at = Objects.requireNonNull(item.actedAt());
        switch (bulk.act()) {
            case ACKNOWLEDGE -> course.undoAcknowledgement(id, bulk.person(), at, reason);
            case CLOSE -> ends.undoClosure(id, at, reason);
        }
        rows.undone(bulk.id(), item.number());
    }

    /** Counts one that stays as it is. */
    @Transactional
    public void kept(UUID bulk, String number, String code) {
        rows.kept(bulk, number, code);
    }
}
