package io.haetae.incident;

import io.haetae.identity.InstitutionService;
import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentCommand.Location;
import io.haetae.incident.IncidentCommand.PlaceState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureFacts;
import io.haetae.rule.FailureGradeEvaluation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Declares incidents and takes in what becomes known of them. */
@ApplicationScoped
public class IncidentService {

    private final Incidents incidents;
    private final Affected affected;
    private final GradeCourse course;
    private final IncidentViews views;
    private final InstitutionService institutions;
    private final CurrentActor current;
    private final Clock clock;

    IncidentService(
            Incidents incidents,
            Affected affected,
            GradeCourse course,
            IncidentViews views,
            InstitutionService institutions,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.affected = affected;
        this.course = course;
        this.views = views;
        this.institutions = institutions;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Records an incident, grades it, starts its clocks and its call-out. A rule set that fails leaves it without a
     * failure grade and says why; it never keeps an incident out. Refuses with every field that is wrong.
     */
    @Transactional
    public IncidentView declare(@Valid IncidentCommand command) {
        Actor actor = current.require(Verb.CHANGE_FACTS.roles());
        Instant now = clock.instant();
        checkDeclaration(command);
        Affected.Found found = affected.find(command, actor);
        Incident incident = create(command, found, actor, now);
        IncidentTimes.check(incident, now);
        incidents.persist(incident);
        Collection<SystemView> register = found.byCode().values();
        course.begin(incident, register, command.declaredGrade(), command.reason(), now);
        incidents.flush();
        return views.view(incident, register);
    }

    /** The failure grade that an incident with these facts would get now. Keeps nothing. */
    @Transactional
    public IncidentView.@Nullable GradeInForce preview(@Valid IncidentCommand command) {
        Actor actor = current.require(Verb.CHANGE_FACTS.roles());
        Instant now = clock.instant();
        checkDeclaration(command);
        Affected.Found found = affected.find(command, actor);
        Incident incident = create(command, found, actor, now);
        FailureGradeEvaluation evaluation =
                course.preview(incident, found.byCode().values(), now);
        return IncidentViews.preview(evaluation, command.declaredGrade());
    }

    /**
     * Takes in facts: what is said changes, what is left out stays, systems and places are added. Graded anew: worse at
     * once, milder as a proposal.
     *
     * @param editedVersion the version the caller read; not checked when null, because two people add what each knows
     */
    @Transactional
    public IncidentView changeFacts(String number, @Nullable Integer editedVersion, @Valid IncidentCommand command) {
        Actor actor = current.require(Verb.CHANGE_FACTS.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        if (editedVersion != null) {
            IfMatch.check(editedVersion, incident.publicVersion());
        }
        Verb.CHANGE_FACTS.check(incident);
        checkChange(command, incident.kind);
        Affected.Found found = affected.find(command, actor);
        incident.change(command);
        add(incident, command, found, now);
        IncidentTimes.check(incident, now);
        Collection<SystemView> register = views.registerOf(incident);
        course.factsChanged(incident, register, changed(command), now);
        incidents.flush();
        return views.view(incident, register);
    }

    private Incident create(IncidentCommand command, Affected.Found found, Actor actor, Instant now) {
        Incident incident = incidents.create(command, now, actor.id());
        boolean machineTold = command.source() == IncidentCommand.Source.MONITORING;
        if (incident.recognisedAt == null && !machineTold) {
            incident.recognisedAt = now; // whoever writes it down knows
        }
        add(incident, command, found, now);
        return incident;
    }

    private void add(Incident incident, IncidentCommand command, Affected.Found found, Instant now) {
        Map<String, AffectedSystem> said =
                command.systems().stream().collect(Collectors.toMap(AffectedSystem::code, Function.identity()));
        for (SystemView system : found.byCode().values()) {
            AffectedSystem facts = said.getOrDefault(system.code(), stopped(system.code()));
            incident.system(system.code())
                    .ifPresentOrElse(
                            known -> changeKnown(known, facts, found, now),
                            () -> incident.systems.add(new IncidentSystem(
                                    Ids.at(now),
                                    incident,
                                    system.id(),
                                    facts,
                                    !found.named().contains(system.code()),
                                    now)));
            incident.major |= system.major();
        }
        for (Location place : command.locations()) {
            IncidentLocation location = new IncidentLocation(place.site(), place.room(), place.state());
            incident.locations.removeIf(location::samePlace);
            incident.locations.add(location);
        }
        incident.scope = scope(incident, found.byCode().values());
    }

    /** A place said to be out again stops nothing that has recovered meanwhile, perhaps elsewhere. */
    private static void changeKnown(IncidentSystem known, AffectedSystem facts, Affected.Found found, Instant now) {
        if (found.named().contains(known.getCode()) || !known.isRecovered()) {
            known.change(facts, now);
        }
    }

    /** What stands in a place that is out does not run. */
    private static AffectedSystem stopped(String code) {
        return new AffectedSystem(code, FailureFacts.Service.STOPPED, 1.0, null, null, null, null, List.of());
    }

    private List<String> scope(Incident incident, Collection<SystemView> register) {
        Set<String> keys = new TreeSet<>(incident.scope);
        register.forEach(system -> keys.addAll(system.scopeKeys()));
        keys.addAll(institutions.selfAndAbove(incident.affectedInstitutions));
        return List.copyOf(keys);
    }

    private void checkDeclaration(IncidentCommand command) {
        List<FieldError> errors = new ArrayList<>();
        if (command.kind() == null) {
            errors.add(new FieldError("/kind", "required-one-of", Map.of("allowed", "FAILURE, FEARED")));
        }
        if (command.title() == null || command.title().isBlank()) {
            errors.add(FieldError.of("/title", "required"));
        }
        boolean somewhere = command.locations().stream().anyMatch(place -> place.state() == PlaceState.OUT);
        if (command.systems().isEmpty() && !somewhere) {
            errors.add(FieldError.of("/systems", "system-or-place"));
        }
        if (command.declaredGrade() != null
                && (command.reason() == null || command.reason().isBlank())) {
            errors.add(FieldError.of("/reason", "required"));
        }
        checkInstitutions(command, errors);
    }

    private void checkChange(IncidentCommand command, FailureFacts.Kind known) {
        List<FieldError> errors = new ArrayList<>();
        if (command.title() != null && command.title().isBlank()) {
            errors.add(FieldError.of("/title", "required"));
        }
        if (command.declaredGrade() != null) {
            errors.add(FieldError.of("/declaredGrade", "decide-instead"));
        }
        if (command.kind() != null && command.kind() != known) {
            errors.add(FieldError.of("/kind", "occurrence-instead"));
        }
        if (command.exercise() != null) {
            errors.add(FieldError.of("/exercise", "immutable"));
        }
        checkInstitutions(command, errors);
    }

    private void checkInstitutions(IncidentCommand command, List<FieldError> errors) {
        for (int i = 0; i < command.affectedInstitutions().size(); i++) {
            String code = command.affectedInstitutions().get(i);
            if (institutions.find(code).isEmpty()) {
                errors.add(FieldError.of("/affectedInstitutions/" + i, "unknown-institution", code));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static Map<String, Object> changed(IncidentCommand command) {
        return Map.of(
                "systems", command.systems().stream().map(AffectedSystem::code).toList(),
                "places", command.locations().stream().map(Location::site).toList());
    }
}
