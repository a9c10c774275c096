package io.haetae.incident;

import io.haetae.duty.CallOut;
import io.haetae.duty.CallOutStep;
import io.haetae.duty.Callee;
import io.haetae.duty.Escalations;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Deliveries;
import io.haetae.register.DependencyService;
import io.haetae.register.Dependent;
import io.haetae.register.SystemView;
import io.haetae.rule.EscalationFacts;
import io.haetae.rule.EscalationPolicy;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleSets;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts the call-out that the failure grade chooses: levels from the rule set, institutions from the register. */
@ApplicationScoped
class Telling {

    static final String INCIDENT = "INCIDENT";

    private final Escalations escalations;
    private final Deliveries deliveries;
    private final InstitutionService institutions;
    private final DependencyService dependencies;
    private final RuleSets rules;
    private final Texts texts;
    private final List<Discretion> rooms;

    Telling(
            Escalations escalations,
            Deliveries deliveries,
            InstitutionService institutions,
            DependencyService dependencies,
            RuleSets rules,
            Texts texts,
            @All List<Discretion> rooms) {
        this.escalations = escalations;
        this.deliveries = deliveries;
        this.institutions = institutions;
        this.dependencies = dependencies;
        this.rules = rules;
        this.texts = texts;
        this.rooms = rooms;
    }

    /** Calls out. A call-out that runs already is superseded, so that everybody is told of the worse grade. */
    void callOut(Incident incident, Collection<SystemView> register, Instant now) {
        int grade = Objects.requireNonNullElse(incident.failureGrade, GradeCourse.UNTIL_GRADED);
        rules.escalationPolicy(new EscalationFacts(grade, systemGrade(register), concerned(register), now))
                .ifPresent(policy -> callOut(incident, register, policy, grade));
    }

    private void callOut(Incident incident, Collection<SystemView> register, EscalationPolicy policy, int grade) {
        List<CallOutStep> steps = steps(incident, register, policy);
        if (!steps.isEmpty()) {
            escalations.start(new CallOut(
                    INCIDENT,
                    incident.number,
                    Set.copyOf(incident.scope),
                    policy.ruleSet(),
                    policy.version(),
                    grade,
                    message("incident.call.title", incident),
                    message("incident.call.body", incident),
                    incident.exercise,
                    policy.acknowledgementLasts() == 0 ? null : Duration.ofMinutes(policy.acknowledgementLasts()),
                    steps));
        }
    }

    /** Every level of every round, each at its own time; all of it is frozen now. */
    private List<CallOutStep> steps(Incident incident, Collection<SystemView> register, EscalationPolicy policy) {
        Map<EscalationPolicy.Told, List<String>> reached = new HashMap<>();
        List<CallOutStep> steps = new ArrayList<>();
        int lastLevel = policy.levels().get(policy.levels().size() - 1).afterMinutes();
        for (int round = 0; round < policy.rounds(); round++) {
            long begin = (long) round * (lastLevel + policy.roundAfter());
            for (EscalationPolicy.Level level : policy.levels()) {
                List<Callee> callees = level.tell().stream()
                        .filter(told -> applies(told.when(), incident, register))
                        .filter(told -> !reached.computeIfAbsent(told, each -> List.copyOf(reached(each, register)))
                                .isEmpty()) // an owner may name no central authority
                        .map(told -> new Callee(told.function(), reached.getOrDefault(told, List.of())))
                        .toList();
                Instant dueAt = incident.detection().plus(Duration.ofMinutes(begin + level.afterMinutes()));
                if (!callees.isEmpty()) {
                    steps.add(new CallOutStep(level.level(), level.rollCall(), callees, dueAt));
                }
            }
        }
        return steps;
    }

    /** The worst of the confirmed system grades: 1 is the worst. */
    private static @Nullable Integer systemGrade(Collection<SystemView> register) {
        return register.stream()
                .map(SystemView::systemGrade)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Set<String> concerned(Collection<SystemView> register) {
        Set<String> concerned = collect(register, SystemView::owner);
        concerned.addAll(collect(register, SystemView::operator));
        return institutions.selfAndAbove(concerned);
    }

    private Set<String> reached(EscalationPolicy.Told told, Collection<SystemView> register) {
        Set<String> own = reached(told.function(), register);
        return told.at() == EscalationPolicy.At.OWN
                ? own
                : own.stream().map(this::above).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The next institution up; whoever has none above hands over to nobody else. */
    private String above(String institution) {
        return institutions.find(institution).map(InstitutionView::parent).orElse(institution);
    }

    /** Who may not see the incident may not read the messages about it either. */
    void guard(Incident incident) {
        boolean needToKnow = incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW;
        deliveries.restrict(INCIDENT, incident.number, needToKnow);
        rooms.forEach(room -> room.guard(incident.number, needToKnow));
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

    /** Whether a function is held at the central authority, and not at the institution that failed. */
    static boolean ofAuthority(String function) {
        return Set.of("SITUATION_ROOM", "DISASTER_ROOM", "SUPPORT_TEAM").contains(function);
    }

    private Set<String> reached(String function, Collection<SystemView> register) {
        if (ofAuthority(function)) {
            return authoritiesAndBelow(register);
        }
        return switch (function) {
            case "DUTY" -> collect(register, SystemView::operator);
            case "LINKED_OWNERS" -> linkedOwners(register);
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
        return institutions.selfAndBelow(authorities);
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
