package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with an open incident: answer, decide its grade, tell others, write down. */
@ApplicationScoped
public class IncidentCourseService {

    private final Incidents incidents;
    private final IncidentViews views;
    private final GradeCourse course;
    private final Answers answers;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    IncidentCourseService(
            Incidents incidents,
            IncidentViews views,
            GradeCourse course,
            Answers answers,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.views = views;
        this.course = course;
        this.answers = answers;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Somebody answers the call-out, or is reached by telephone and recorded by the acting person: nobody else is
     * called. From now on a person knows.
     */
    @Transactional
    public IncidentView acknowledge(String number, @Valid Acknowledgement said) {
        Actor actor = current.require(Verb.ACKNOWLEDGE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.ACKNOWLEDGE.check(incident);
        boolean news = incident.recognisedAt == null;
        answers.record(incident, actor, said, now);
        if (news) {
            incident.recognisedAt = now;
            course.recognised(incident, views.registerOf(incident), now);
        }
        return views.view(incident);
    }

    /** Takes an answer back that was given by mistake: people are called again. Refuses (409) when something followed. */
    @Transactional
    public void undoAcknowledgement(UUID id, UUID person, Instant at, String reason) {
        Instant now = clock.instant();
        Incident incident =
                incidents.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
        boolean stands = incident.state == IncidentState.OPEN && at.equals(incident.acknowledgedAt);
        if (!stands || !answers.revoke(incident, person, at, reason, now)) {
            throw new Refusal(IncidentError.CHANGED_SINCE, Map.of("value", incident.number));
        }
        course.callAgain(incident, views.registerOf(incident), now);
    }

    /** A person confirms or changes the failure grade; of a major system only the situation room may. */
    @Transactional
    public IncidentView decideGrade(String number, @Valid GradeDecision decision) {
        Actor actor = current.require(Verb.DECIDE_GRADE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.DECIDE_GRADE.check(incident);
        if (incident.major && !actor.hasAny(Role.SITUATION)) {
            throw new Refusal(IncidentError.SITUATION_ROOM_DECIDES);
        }
        int grade = decided(decision, incident.failureGrade);
        incident.reviewPending |= incident.state == IncidentState.RECOVERED;
        course.decided(incident, views.registerOf(incident), decision, grade, now);
        return views.view(incident);
    }

    private static int decided(GradeDecision decision, @Nullable Integer inForce) {
        if (decision.outcome() == GradeDecision.Outcome.CONFIRMED) {
            if (inForce == null) {
                throw Refusal.field("/outcome", "nothing-to-confirm", "CONFIRMED");
            }
            if (decision.grade() != null && !decision.grade().equals(inForce)) {
                throw Refusal.field("/grade", "not-the-present-grade", decision.grade());
            }
            return inForce;
        }
        if (decision.grade() == null) {
            throw Refusal.field("/grade", "required", "");
        }
        if (decision.reason() == null || decision.reason().isBlank()) {
            throw Refusal.field("/reason", "required", "");
        }
        return decision.grade();
    }

    /** Writes an entry of its own into the timeline. */
    @Transactional
    public void note(String number, @Valid Note note) {
        Actor actor = current.require(Verb.NOTE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Instant at = Objects.requireNonNullElse(note.at(), now);
        IncidentTimes.past("/at", at, now);
        chronicle.note(incident, at, now, note.text());
    }

    /** Marks the open clock of a kind as met: what it asks for has been done. */
    @Transactional
    public IncidentView completeClock(String number, String kind, @Valid ClockCompletion done) {
        Actor actor = current.require(Verb.COMPLETE_CLOCK.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Instant at = Objects.requireNonNullElse(done.at(), now);
        IncidentTimes.past("/at", at, now);
        IncidentClock met = course.completeClock(incident, kind, at, actor.name(), done.note(), now);
        chronicle.write(
                incident,
                "incident.clock-met",
                "CLOCK_MET",
                at,
                now,
                Map.of("kind", kind, "nameKo", met.nameKo, "nameEn", met.nameEn));
        return views.view(incident);
    }

    /** Calls the next level now. */
    @Transactional
    public void escalateNow(String number) {
        Actor actor = current.require(Verb.ESCALATE.roles());
        Incident incident = incidents.lock(number, actor);
        Verb.ESCALATE.check(incident);
        answers.escalateNow(incident, clock.instant());
    }
}
