package io.haetae.incident;

import io.haetae.duty.CallOut;
import io.haetae.duty.CallOutStep;
import io.haetae.duty.Callee;
import io.haetae.duty.Escalations;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Deliveries;
import io.haetae.register.DependencyService;
import io.haetae.register.Dependent;
import io.haetae.register.SystemView;
import io.haetae.rule.ReportingClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts the call-out that the failure grade chooses: levels from the rule set, institutions from the register. */
@ApplicationScoped
class Telling {

    static final String INCIDENT = "INCIDENT";

    private final Escalations escalations;
    private final Deliveries deliveries;
    private final InstitutionService institutions;
    private final DependencyService dependencies;
    private final Texts texts;

    Telling(
            Escalations escalations,
            Deliveries deliveries,
            InstitutionService institutions,
            DependencyService dependencies,
            Texts texts) {
        this.escalations = escalations;
        this.deliveries = deliveries;
        this.institutions = institutions;
        this.dependencies = dependencies;
        this.texts = texts;
    }

    /** Calls out. A call-out that runs already is superseded, so that everybody is told of the worse grade. */
    void callOut(Incident incident, Collection<SystemView> register, ReportingClocks policy) {
        List<CallOutStep> steps = new ArrayList<>();
        for (ReportingClocks.Level level : policy.callOut().levels()) {
            List<Callee> callees = level.tell().stream()
                    .filter(told -> applies(told.when(), incident, register))
                    .map(told -> new Callee(told.function(), List.copyOf(reached(told.function(), register))))
                    .filter(callee -> !callee.institutions().isEmpty())
                    .toList();
            Instant dueAt = incident.detection().plus(Duration.ofMinutes(level.afterMinutes()));
            if (!callees.isEmpty()) {
                steps.add(new CallOutStep(level.level(), callees, dueAt));
            }
        }
        if (!steps.isEmpty()) {
            escalations.start(new CallOut(
                    INCIDENT,
                    incident.number,
                    Set.copyOf(incident.scope),
                    policy.ruleSet(),
                    policy.version(),
                    policy.failureGrade(),
                    message("incident.call.title", incident),
                    message("incident.call.body", incident),
                    incident.exercise,
                    steps));
        }
    }

    /** Who may not see the incident may not read the messages about it either. */
    void guard(Incident incident) {
        boolean needToKnow = incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW;
        deliveries.restrict(INCIDENT, incident.number, needToKnow);
    }

    /** Nobody else is called: it is over. */
    void end(Incident incident, String why) {
        escalations.end(INCIDENT, incident.number, why);
    }

    static boolean applies(ReportingClocks.Condition condition, Incident incident, Collection<SystemView> register) {
        return switch (condition) {
            case ALWAYS -> true;
            case MAJOR -> incident.major;
            case NOT_HOUSED_IN_NIRS -> register.stream().anyMatch(system -> !system.housedInNirs());
            // A stage belongs to a crisis; the crisis room starts this clock.
            case FROM_CAUTION_STAGE -> false;
        };
    }

    private Set<String> reached(String function, Collection<SystemView> register) {
        return switch (function) {
            case "DUTY" -> collect(register, SystemView::operator);
            case "LINKED_OWNERS" -> linkedOwners(register);
            case "SITUATION_ROOM", "DISASTER_ROOM", "SUPPORT_TEAM" -> authoritiesAndBelow(register);
            case "SYSTEM_MANAGER" -> {
                Set<String> both = collect(register, SystemView::operator);
                both.addAll(collect(register, SystemView::owner));
                yield both;
            }
            default -> collect(register, SystemView::owner);
        };
    }

    private static Set<String> collect(Collection<SystemView> register, Function<SystemView, String> institution) {
        return register.stream().map(institution).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> linkedOwners(Collection<SystemView> register) {
        Set<String> own = collect(register, SystemView::owner);
        return dependencies.dependents(register.stream().map(SystemView::id).toList()).stream()
                .map(Dependent::owner)
                .filter(owner -> !own.contains(owner))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The central authorities of the owners, marked {@code @} among the scope keys, with what is below them. */
    private Set<String> authoritiesAndBelow(Collection<SystemView> register) {
        Set<String> authorities = register.stream()
                .flatMap(system -> system.scopeKeys().stream())
                .filter(key -> key.startsWith("@"))
                .map(key -> key.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = new TreeSet<>();
        authorities.forEach(authority -> all.addAll(institutions.selfAndBelow(authority)));
        return all;
    }

    private LocalizedText message(String key, Incident incident) {
        String codes =
                incident.systems.stream().limit(5).map(IncidentSystem::getCode).collect(Collectors.joining(", "));
        int more = incident.systems.size() - 5;
        return texts.both(
                key,
                Map.of(
                        "number",
                        incident.number,
                        "grade",
                        String.valueOf(incident.failureGrade),
                        "title",
                        incident.title,
                        "systems",
                        more > 0 ? codes + " +" + more : codes));
    }
}
