package io.haetae.incident;

import io.haetae.duty.Answer;
import io.haetae.duty.Escalations;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Records who answered and stops the call-out. */
@ApplicationScoped
class Answers {

    private final Acknowledgements acknowledgements;
    private final Escalations escalations;
    private final PeopleService people;
    private final ReportingClockwork clockwork;
    private final Chronicle chronicle;

    Answers(
            Acknowledgements acknowledgements,
            Escalations escalations,
            PeopleService people,
            ReportingClockwork clockwork,
            Chronicle chronicle) {
        this.acknowledgements = acknowledgements;
        this.escalations = escalations;
        this.people = people;
        this.clockwork = clockwork;
        this.chronicle = chronicle;
    }

    /** The acting person answers, or says that another one did. */
    void record(Incident incident, Actor actor, Acknowledgement said, Instant now) {
        acknowledgements.persist(new AcknowledgementRecord(Ids.at(now), incident, now, actor.id(), actor.name(), said));
        incident.acknowledgedAt = Objects.requireNonNullElse(incident.acknowledgedAt, now);
        Optional<PersonView> other = Optional.ofNullable(said.onBehalfOf()).flatMap(people::findByUsername);
        UUID person = said.onBehalfOf() == null
                ? actor.id()
                : other.map(PersonView::id).orElse(null);
        String name = said.onBehalfOf() == null
                ? actor.name()
                : other.map(PersonView::name).orElse(said.onBehalfOf());
        escalations.acknowledge(Telling.INCIDENT, incident.number, new Answer(person, name, said.by(), now));
        clockwork.meetIfOpen(incident, ReportingClockwork.ACKNOWLEDGE, now, name, now);
        Map<String, Object> data = new HashMap<>();
        data.put("name", name);
        data.put("by", said.by().name());
        data.put("recordedBy", actor.username());
        data.put("note", Objects.requireNonNullElse(said.note(), ""));
        chronicle.write(incident, Verb.ACKNOWLEDGE.rule(), "ACKNOWLEDGED", now, now, data);
    }

    /** The answer is kept and counts no more; false when somebody else has answered too. */
    boolean revoke(Incident incident, UUID person, Instant at, String reason, Instant now) {
        List<AcknowledgementRecord> counting = acknowledgements.of(incident.id).stream()
                .filter(said -> said.revokedAt == null)
                .toList();
        boolean only = counting.size() == 1
                && counting.get(0).person.equals(person)
                && counting.get(0).at.equals(at);
        if (only) {
            acknowledgements.revoke(counting.get(0).id, now);
            incident.acknowledgedAt = null;
            clockwork.unmeet(incident, ReportingClockwork.ACKNOWLEDGE, at, now);
            chronicle.write(
                    incident,
                    "incident.acknowledgement-undone",
                    "ACKNOWLEDGEMENT_UNDONE",
                    now,
                    now,
                    Map.of("reason", reason));
        }
        return only;
    }

    void escalateNow(Incident incident, Instant now) {
        escalations.escalateNow(Telling.INCIDENT, incident.number);
        chronicle.write(incident, Verb.ESCALATE.rule(), "ESCALATED", now, now, Map.of());
    }
}
