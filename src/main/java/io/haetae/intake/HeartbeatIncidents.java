package io.haetae.intake;

import io.haetae.incident.IncidentCommand;
import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentService;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Texts;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The incidents that silent sources raise. */
@ApplicationScoped
class HeartbeatIncidents {

    private final IncidentService incidents;
    private final IncidentReadService reading;
    private final Texts texts;

    HeartbeatIncidents(IncidentService incidents, IncidentReadService reading, Texts texts) {
        this.incidents = incidents;
        this.reading = reading;
        this.texts = texts;
    }

    Actor actor(HeartbeatRows.Row of) {
        return Source.actor(of.id(), of.name(), of.institution());
    }

    /** The incident that it raised before and that is still open, or a new one: a failure that is feared. */
    String incident(HeartbeatRows.Row late, Instant now) {
        String former = late.incident();
        if (former != null && reading.get(former, actor(late)).state() == IncidentState.OPEN) {
            return former;
        }
        return incidents.declare(command(late, now)).number();
    }

    private IncidentCommand command(HeartbeatRows.Row late, Instant now) {
        return new IncidentCommand(
                FailureFacts.Kind.FEARED,
                texts.text(Locale.KOREAN, "intake.heartbeat.incident", Map.of("source", late.name())),
                null,
                now,
                null,
                IncidentCommand.Source.MONITORING,
                late.codes().stream().map(AffectedSystem::named).toList(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
