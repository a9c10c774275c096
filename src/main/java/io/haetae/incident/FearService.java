package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Feared failures become failures or are stood down: each by a person, with a reason, under its own name. */
@ApplicationScoped
class FearService {

    private final Incidents incidents;
    private final IncidentService facts;
    private final IncidentViews views;
    private final GradeCourse course;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    FearService(
            Incidents incidents,
            IncidentService facts,
            IncidentViews views,
            GradeCourse course,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.facts = facts;
        this.views = views;
        this.course = course;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /** It failed after all: graded as a failure from then on, and everybody is told anew. */
    @Transactional
    public IncidentView occurred(String number, @Valid FearCommands.Occurrence said) {
        Actor actor = current.require(Verb.OCCUR.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.OCCUR.check(incident);
        Instant at = Objects.requireNonNullElse(said.occurredAt(), now);
        IncidentTimes.past("/occurredAt", at, now);
        Integer before = incident.failureGrade;
        incident.kind = FailureFacts.Kind.FAILURE;
        incident.fearedUntil = at;
        chronicle.write(
                incident,
                Verb.OCCUR.rule(),
                "FEAR_CAME_TRUE",
                at,
                now,
                Map.of("reason", said.reason(), "occurredAt", at.toString()));
        facts.changeFacts(incident.number, null, said.facts(at));
        if (Objects.equals(before, incident.failureGrade)) { // a worse grade has told everybody already
            course.retell(incident, views.registerOf(incident), now);
        }
        incidents.flush();
        return views.view(incident);
    }

    /** 장애 우려 해소. */
    @Transactional
    public IncidentView standDown(String number, @Valid FearCommands.StandDown said) {
        Actor actor = current.require(Verb.STAND_DOWN.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.STAND_DOWN.check(incident);
        incident.cancel(CancelledAs.STOOD_DOWN);
        course.over(incident, "stood-down", true, now);
        chronicle.write(incident, Verb.STAND_DOWN.rule(), "STOOD_DOWN", now, now, Map.of("reason", said.reason()));
        incidents.flush();
        return views.view(incident);
    }
}
