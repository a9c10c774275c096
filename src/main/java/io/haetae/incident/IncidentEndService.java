package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an incident ends: system by system, then as a whole; and how it begins again. */
@ApplicationScoped
public class IncidentEndService {

    private final Incidents incidents;
    private final IncidentViews views;
    private final GradeCourse course;
    private final Periods periods;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    IncidentEndService(
            Incidents incidents,
            IncidentViews views,
            GradeCourse course,
            Periods periods,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.views = views;
        this.course = course;
        this.periods = periods;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /** Systems have recovered, in part or in full. With the last one the incident is recovered. All or none. */
    @Transactional
    public IncidentView recover(String number, List<@Valid Recovery> recoveries) {
        Actor actor = current.require(Verb.RECOVER.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.RECOVER.check(incident);
        check(incident, recoveries, now);
        for (Recovery recovery : recoveries) {
            String code = Objects.requireNonNull(recovery.code());
            incident.system(code).orElseThrow().recover(recovery);
            Map<String, Object> data =
                    Map.of("system", code, "level", recovery.level().name());
            chronicle.write(
                    incident, Verb.RECOVER.rule(), "RECOVERED_" + recovery.level(), recovery.recoveredAt(), now, data);
        }
        Collection<SystemView> register = views.registerOf(incident);
        if (incident.unrecovered().isEmpty()) {
            recovered(incident, register, now);
        } else {
            course.regrade(incident, register, now);
        }
        incidents.flush();
        return views.view(incident, register);
    }

    private static void check(Incident incident, List<Recovery> recoveries, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (recoveries.isEmpty()) {
            errors.add(FieldError.of("", "required"));
        }
        for (int i = 0; i < recoveries.size(); i++) {
            Recovery recovery = recoveries.get(i);
            if (recovery.code() == null || incident.system(recovery.code()).isEmpty()) {
                errors.add(FieldError.of(
                        "/" + i + "/code", "not-affected", Objects.requireNonNullElse(recovery.code(), "")));
            }
            if (recovery.recoveredAt().isAfter(now.plus(IncidentTimes.TOLERANCE))) {
                errors.add(FieldError.of("/" + i + "/recoveredAt", "in-the-future"));
            } else if (recovery.recoveredAt().isBefore(began(incident))) {
                errors.add(FieldError.of("/" + i + "/recoveredAt", "end-before-begin"));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static Instant began(Incident incident) {
        return incident.reopenedAt == null ? incident.onset() : incident.reopenedAt;
    }

    private void recovered(Incident incident, Collection<SystemView> register, Instant now) {
        Instant last = incident.systems.stream()
                .map(IncidentSystem::getRecoveredAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
        incident.state = IncidentState.RECOVERED;
        incident.recoveredAt = last;
        incident.proceduresDueAt = now;
        incident.reviewPending = true;
        incident.regradeAt = null;
        periods.current(incident.id).recoveredAt = last;
        course.recovered(incident, register, now);
        chronicle.write(incident, "incident.all-recovered", "RECOVERED", last, now, Map.of());
    }

    /** 상황종료. */
    @Transactional
    public IncidentView close(String number, @Nullable String note) {
        Actor actor = current.require(Verb.CLOSE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.CLOSE.check(incident);
        incident.state = IncidentState.CLOSED;
        incident.closedAt = now;
        Period period = periods.current(incident.id);
        period.closedAt = now;
        period.closeNote = note;
        period.closedBy = actor.name();
        course.over(incident, "closed", false, now);
        String said = Objects.requireNonNullElse(note, "");
        chronicle.write(incident, Verb.CLOSE.rule(), "CLOSED", now, now, Map.of("note", said));
        incidents.flush();
        return views.view(incident);
    }

    /** Takes a closing back that was a mistake, as if it had not been. Refuses (409) when something followed. */
    @Transactional
    public void undoClosure(UUID id, Instant closedAt, String reason) {
        Instant now = clock.instant();
        Incident incident =
                incidents.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
        if (incident.state != IncidentState.CLOSED || !closedAt.equals(incident.closedAt)) {
            throw new Refusal(IncidentError.CHANGED_SINCE, Map.of("value", incident.number));
        }
        incident.state = IncidentState.RECOVERED;
        incident.closedAt = null;
        Period period = periods.current(incident.id);
        period.closedAt = null;
        period.closeNote = null;
        period.closedBy = null;
        course.notOver(incident, closedAt, now);
        chronicle.write(incident, "incident.closure-undone", "CLOSURE_UNDONE", now, now, Map.of("reason", reason));
    }

    /**
     * It was not over: open again, with a new measurement beside the former. Systems that are named have relapsed; all
     * have when none is named.
     */
    @Transactional
    public IncidentView reopen(String number, @Valid Reopening reopening) {
        Actor actor = current.require(Verb.REOPEN.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.REOPEN.check(incident);
        for (int i = 0; i < reopening.systems().size(); i++) {
            if (incident.system(reopening.systems().get(i)).isEmpty()) {
                throw Refusal.field(
                        "/systems/" + i, "not-affected", reopening.systems().get(i));
            }
        }
        Period former = periods.current(incident.id);
        former.reopenedAt = now;
        former.reopenedBy = actor.name();
        former.reopenReason = reopening.reason();
        periods.persist(new Period(incident.id, former.key.n() + 1, now));
        incident.state = IncidentState.OPEN;
        incident.recoveredAt = null;
        incident.reviewPending = true;
        incident.closedAt = null;
        incident.reopenedAt = now;
        incident.systems.stream()
                .filter(system ->
                        reopening.systems().isEmpty() || reopening.systems().contains(system.getCode()))
                .forEach(system -> system.relapse(now));
        chronicle.write(incident, Verb.REOPEN.rule(), "REOPENED", now, now, Map.of("reason", reopening.reason()));
        Collection<SystemView> register = views.registerOf(incident);
        course.reopened(incident, register, now);
        incidents.flush();
        return views.view(incident, register);
    }

    /** Recorded by mistake. */
    @Transactional
    public IncidentView cancel(String number, String reason) {
        Actor actor = current.require(Verb.CANCEL.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.CANCEL.check(incident);
        incident.cancel(CancelledAs.MISTAKE);
        course.over(incident, "cancelled", true, now);
        chronicle.write(incident, Verb.CANCEL.rule(), "CANCELLED", now, now, Map.of("reason", reason));
        incidents.flush();
        return views.view(incident);
    }
}
