package io.haetae.incident;

import io.haetae.change.ChangeHints;
import io.haetae.kernel.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What may have to do with an incident. People judge. */
@ApplicationScoped
public class IncidentHints {

    private final IncidentReadService reading;
    private final ChangeHints changes;

    IncidentHints(IncidentReadService reading, ChangeHints changes) {
        this.reading = reading;
        this.changes = changes;
    }

    /** Planned work on its systems when it began, or shortly before; refuses (404) an incident the actor may not see. */
    @Transactional
    public List<ChangeHints.Hint> changes(String number, Actor actor) {
        IncidentView incident = reading.get(number, actor);
        List<String> codes =
                incident.systems().stream().map(IncidentView.System::code).toList();
        return changes.of(codes, beganAt(incident), actor.scope());
    }

    private static Instant beganAt(IncidentView incident) {
        return Stream.of(incident.occurredAt(), incident.detectedAt(), incident.recordedAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
