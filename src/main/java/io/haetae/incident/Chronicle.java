package io.haetae.incident;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.procedure.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Writes what happened twice: in the timeline that people read, and in the journal that nobody can change. */
@ApplicationScoped
class Chronicle {

    /** Nothing can be running for an incident that has just begun. */
    private static final String DECLARED = "DECLARED";

    private final TimelineRecords timeline;
    private final Journal journal;
    private final CurrentActor actor;
    private final Runs runs;

    Chronicle(TimelineRecords timeline, Journal journal, CurrentActor actor, Runs runs) {
        this.timeline = timeline;
        this.journal = journal;
        this.actor = actor;
        this.runs = runs;
    }

    /**
     * Something happened.
     *
     * @param rule name of the rule for the journal
     * @param kind kind of the timeline entry; its words stand under {@code timeline.<kind>}
     * @param at when it happened, which may be long before now
     */
    void write(Incident incident, String rule, String kind, Instant at, Instant now, Map<String, Object> data) {
        tell(incident, kind, at, now, data);
        journal.record(rule, Telling.INCIDENT, incident.number, data);
        if (!kind.equals(DECLARED)) {
            runs.changed(Telling.INCIDENT, incident.number);
        }
    }

    /** Something that another room has journalled already. */
    void tell(Incident incident, String kind, Instant at, Instant now, Map<String, Object> data) {
        timeline.persist(new TimelineRecord(Ids.at(now), incident, at, now, kind, data, name()));
    }

    /** Somebody wrote it in his own words. */
    void note(Incident incident, Instant at, Instant now, String text) {
        timeline.persist(TimelineRecord.note(Ids.at(now), incident, at, now, text, name()));
        journal.record(Verb.NOTE.rule(), Telling.INCIDENT, incident.number, Map.of("at", at.toString(), "text", text));
    }

    private String name() {
        Actor who = actor.get();
        return who.name();
    }
}
