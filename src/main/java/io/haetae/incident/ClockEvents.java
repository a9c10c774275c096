package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What moved the clocks of each incident, in order. */
@ApplicationScoped
class ClockEvents implements PanacheRepositoryBase<ClockEventRecord, ClockEventRecord.Key> {

    private final CurrentActor actor;

    ClockEvents(CurrentActor actor) {
        this.actor = actor;
    }

    /** Adds one; the incident is locked by whoever acts on it, so that two never take the same place. */
    void add(Incident incident, ClockEvent event) {
        Actor who = actor.get();
        incident.clocks.events++;
        persist(new ClockEventRecord(incident.id, incident.clocks.events, event, who.name()));
    }

    List<ClockEvent> of(Incident incident) {
        return records(incident.id).stream().map(record -> record.event).toList();
    }

    List<ClockEventRecord> records(UUID incident) {
        return list("key.incident = ?1 order by key.n", incident);
    }

    /** The events of many incidents. */
    Map<UUID, List<ClockEvent>> of(Collection<UUID> incidents) {
        List<ClockEventRecord> all = list("key.incident in ?1 order by key.n", incidents);
        return all.stream()
                .collect(Collectors.groupingBy(
                        record -> record.key.incident(),
                        Collectors.mapping(record -> record.event, Collectors.toList())));
    }
}
