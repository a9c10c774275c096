package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureScheme;
import io.haetae.rule.FailureSchemes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets an incident beside every scheme for failure grades. Only the one in force decides anything. */
@ApplicationScoped
public class IncidentSchemeService {

    private final Incidents incidents;
    private final IncidentViews views;
    private final FactsOfFailure facts;
    private final FailureSchemes schemes;
    private final Clock clock;

    IncidentSchemeService(
            Incidents incidents, IncidentViews views, FactsOfFailure facts, FailureSchemes schemes, Clock clock) {
        this.incidents = incidents;
        this.views = views;
        this.facts = facts;
        this.schemes = schemes;
        this.clock = clock;
    }

    /**
     * What the schemes say.
     *
     * @param incident number of the incident
     * @param failureGrade the grade that holds, by a rule set or by a person; null while there is none
     * @param items the scheme in force first; none once every system has recovered
     */
    public record Comparison(String incident, @Nullable Integer failureGrade, List<FailureScheme> items) {

        public Comparison {
            items = List.copyOf(items);
        }
    }

    /** What each scheme says of the facts now. Refuses (404) what is out of scope. */
    @Transactional
    public Comparison compare(String number, Actor reader) {
        Incident incident = incidents.read(number, reader);
        Collection<SystemView> register = views.registerOf(incident);
        List<FailureScheme> items = incident.unrecovered().isEmpty()
                ? List.of()
                : schemes.compare(
                        facts.of(incident, register, clock.instant(), true), FactsOfFailure.authority(register));
        return new Comparison(incident.number, incident.failureGrade, items);
    }
}
