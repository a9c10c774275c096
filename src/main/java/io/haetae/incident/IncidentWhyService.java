package io.haetae.incident;

import io.haetae.duty.WhyTold;
import io.haetae.duty.WhyToldService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody was told of an incident, or was not. */
@ApplicationScoped
public class IncidentWhyService {

    private final Incidents incidents;
    private final WhyToldService reasons;
    private final PeopleService people;

    IncidentWhyService(Incidents incidents, WhyToldService reasons, PeopleService people) {
        this.incidents = incidents;
        this.reasons = reasons;
        this.people = people;
    }

    /**
     * The answer.
     *
     * @param incident number of the incident
     * @param person log-in name of whom it is about
     * @param name the person as people read it
     * @param items level by level
     */
    public record Why(String incident, String person, String name, List<WhyTold> items) {}

    /** Level by level; about the reader himself when nobody is named. */
    @Transactional
    public Why why(String number, Actor reader, @Nullable String username) {
        Incident incident = incidents.read(number, reader);
        String asked = username == null || username.isBlank() ? reader.username() : username.strip();
        PersonView person =
                people.findByUsername(asked).orElseThrow(() -> Refusal.field("/person", "unknown-person", asked));
        return new Why(
                incident.number,
                person.username(),
                person.name(),
                reasons.why(Telling.INCIDENT, incident.number, person.id()));
    }
}
