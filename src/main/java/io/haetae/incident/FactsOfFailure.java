package io.haetae.incident;

import io.haetae.incident.IncidentCommand.PlaceState;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyService;
import io.haetae.register.Dependent;
import io.haetae.register.PublicService;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureFacts;
import io.haetae.rule.FailureFacts.Deadline;
import io.haetae.rule.FailureFacts.Service;
import io.haetae.rule.FailureFacts.Substitute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the facts of an incident as the rule set wants them: systems with equal facts are one group. */
@ApplicationScoped
class FactsOfFailure {

    private static final int NAMES = 5;

    /** How the key of a central authority begins. */
    private static final String AUTHORITY = Scope.authorityKey("");

    private final DependencyService dependencies;

    FactsOfFailure(DependencyService dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * The facts now, of the systems that have not recovered.
     *
     * @param byTolerance whether the time that each may stand still is one of the facts, which makes smaller groups
     */
    FailureFacts of(Incident incident, Collection<SystemView> register, Instant now, boolean byTolerance) {
        Map<UUID, SystemView> byId = register.stream().collect(Collectors.toMap(SystemView::id, Function.identity()));
        List<IncidentSystem> affected = incident.unrecovered();
        Map<UUID, Integer> stoppedGrade = gradesOfStoppedDependents(affected);
        Map<Alike, List<String>> groups = new LinkedHashMap<>();
        int gradeOne = 0;
        for (IncidentSystem system : affected) {
            SystemView view = Objects.requireNonNull(byId.get(system.getSystem()));
            gradeOne += Objects.equals(view.systemGrade(), 1) ? 1 : 0;
            groups.computeIfAbsent(
                            alike(incident, system, view, stoppedGrade.get(system.getSystem()), now)
                                    .tolerating(byTolerance ? tolerated(view) : 0),
                            alike -> new ArrayList<>())
                    .add(system.getCode());
        }
        return new FailureFacts(
                incident.kind,
                groups.entrySet().stream()
                        .map(entry -> entry.getKey().group(entry.getValue()))
                        .toList(),
                new FailureFacts.Spread(affected.size(), gradeOne, incident.regions.size()),
                people(affected),
                incident.lifeSafety,
                deadline(incident),
                worstSubstitute(affected),
                facility(incident),
                incident.security);
    }

    /** The central authority of all the systems; null when there is none, or more than one: then the common rules hold. */
    static @Nullable String authority(Collection<SystemView> register) {
        List<String> keys = register.stream()
                .flatMap(system -> system.scopeKeys().stream())
                .filter(key -> key.startsWith(AUTHORITY))
                .distinct()
                .toList();
        return keys.size() == 1 ? keys.get(0).substring(AUTHORITY.length()) : null;
    }

    /** What makes two systems one group. */
    private record Alike(
            int grade,
            boolean major,
            Service service,
            long stoppedMinutes,
            long degradedMinutes,
            Substitute substitute,
            FailureFacts.Data data,
            boolean redundancyLost,
            boolean emergency,
            int toleratedMinutes) {

        Alike tolerating(int minutes) {
            return new Alike(
                    grade,
                    major,
                    service,
                    stoppedMinutes,
                    degradedMinutes,
                    substitute,
                    data,
                    redundancyLost,
                    emergency,
                    minutes);
        }

        FailureFacts.Group group(List<String> codes) {
            return new FailureFacts.Group(
                    grade,
                    major,
                    service,
                    stoppedMinutes,
                    degradedMinutes,
                    substitute,
                    data,
                    redundancyLost,
                    emergency,
                    toleratedMinutes,
                    codes.size(),
                    codes.subList(0, Math.min(NAMES, codes.size())));
        }
    }

    private static Alike alike(
            Incident incident, IncidentSystem system, SystemView view, @Nullable Integer dependents, Instant now) {
        Instant onset = incident.onset();
        return new Alike(
                worse(view.systemGrade(), dependents),
                view.major(),
                system.getService(),
                system.stoppedMinutes(onset, now),
                system.degradedMinutes(onset, now),
                system.getSubstitute(),
                system.getData(),
                system.isRedundancyLost(),
                emergencyDown(system, view),
                0);
    }

    /** The recovery time of the register; 0 when nobody said. */
    private static int tolerated(SystemView view) {
        Integer minutes = view.recovery() == null ? null : view.recovery().rtoMinutes();
        return Objects.requireNonNullElse(minutes, 0);
    }

    /** 0 stands for ungraded; any grade is more than that. */
    private static int worse(@Nullable Integer own, @Nullable Integer dependents) {
        if (own == null || dependents == null) {
            return Objects.requireNonNullElse(own, Objects.requireNonNullElse(dependents, 0));
        }
        return Math.min(own, dependents);
    }

    /** For every stopped system the worst grade among those it takes down with it. */
    private Map<UUID, Integer> gradesOfStoppedDependents(List<IncidentSystem> affected) {
        List<UUID> stopped = affected.stream()
                .filter(system -> system.getService() == Service.STOPPED || system.getService() == Service.UNKNOWN)
                .map(IncidentSystem::getSystem)
                .toList();
        Map<UUID, Integer> worst = new TreeMap<>();
        if (!stopped.isEmpty()) {
            for (Dependent dependent : dependencies.dependents(stopped)) {
                if (dependent.systemGrade() != null) {
                    worst.merge(dependent.root(), dependent.systemGrade(), Math::min);
                }
            }
        }
        return worst;
    }

    private static boolean emergencyDown(IncidentSystem system, SystemView view) {
        return system.getService() == Service.STOPPED
                && view.services().stream()
                        .filter(service -> system.getServices().isEmpty()
                                || system.getServices().contains(service.code()))
                        .anyMatch(PublicService::emergency);
    }

    private static @Nullable Long people(List<IncidentSystem> affected) {
        return affected.stream()
                .map(IncidentSystem::getPeople)
                .filter(Objects::nonNull)
                .map(IncidentCommand.PeopleCount::count)
                .max(Long::compare)
                .orElse(null);
    }

    private static Deadline deadline(Incident incident) {
        if (Boolean.TRUE.equals(incident.deadlineToday)) {
            return Deadline.TODAY;
        }
        if (Boolean.TRUE.equals(incident.deadlineWithin24Hours)) {
            return Deadline.WITHIN_24H;
        }
        return incident.deadlineToday == null ? Deadline.UNKNOWN : Deadline.NONE;
    }

    private static Substitute worstSubstitute(List<IncidentSystem> affected) {
        List<Substitute> worstFirst =
                List.of(Substitute.NONE, Substitute.UNKNOWN, Substitute.PARTIAL, Substitute.AVAILABLE);
        return worstFirst.stream()
                .filter(substitute -> affected.stream().anyMatch(system -> system.getSubstitute() == substitute))
                .findFirst()
                .orElse(Substitute.UNKNOWN);
    }

    private static FailureFacts.Facility facility(Incident incident) {
        boolean site = false;
        boolean room = false;
        for (IncidentLocation place : incident.locations) {
            if (place.state() == PlaceState.OUT) {
                site |= place.room() == null;
                room |= place.room() != null;
            }
        }
        return new FailureFacts.Facility(room, site);
    }
}
