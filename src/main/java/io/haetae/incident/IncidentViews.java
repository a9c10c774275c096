package io.haetae.incident;

import io.haetae.incident.GradeRecord.Origin;
import io.haetae.incident.IncidentCommand.Location;
import io.haetae.incident.IncidentView.GradeInForce;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureGradeEvaluation;
import io.haetae.rule.FailureGradeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an incident together as people see it. */
@ApplicationScoped
class IncidentViews {

    private final SystemService register;
    private final GradeRecords grades;
    private final ClockViews clocks;
    private final Acknowledgements acknowledgements;
    private final Periods periods;
    private final IncidentMapper mapper;

    IncidentViews(
            SystemService register,
            GradeRecords grades,
            ClockViews clocks,
            Acknowledgements acknowledgements,
            Periods periods,
            IncidentMapper mapper) {
        this.register = register;
        this.grades = grades;
        this.clocks = clocks;
        this.acknowledgements = acknowledgements;
        this.periods = periods;
        this.mapper = mapper;
    }

    /** The register's side of the systems of an incident. */
    Collection<SystemView> registerOf(Incident incident) {
        return register.findByIds(
                incident.systems.stream().map(IncidentSystem::getSystem).toList());
    }

    IncidentView view(Incident incident) {
        return view(incident, registerOf(incident));
    }

    /** The whole of an incident, as it stands in this transaction. */
    IncidentView view(Incident incident, Collection<SystemView> systems) {
        grades.flush();
        List<GradeRecord> history = grades.of(incident.id);
        return new IncidentView(
                incident.number,
                incident.state,
                incident.kind,
                incident.title,
                inForce(incident, history),
                failure(history),
                incident.occurredAt,
                incident.detectedAt,
                incident.recognisedAt,
                incident.recordedAt,
                awarenessGap(incident.detectedAt, incident.recognisedAt),
                incident.source,
                systems(incident, systems),
                incident.locations.stream()
                        .map(place -> new Location(place.site(), place.room(), place.state()))
                        .toList(),
                incident.regions,
                incident.affectedInstitutions,
                incident.lifeSafety,
                incident.security,
                incident.deadlineToday,
                incident.deadlineWithin24Hours,
                incident.cause,
                incident.damage,
                incident.actions,
                incident.department,
                incident.contact,
                incident.expectedRecoveryAt,
                incident.major,
                incident.visibility,
                incident.exercise,
                incident.acknowledgedAt,
                incident.recoveredAt,
                incident.closedAt,
                incident.cancelledAs == null ? null : incident.cancelledAs.name(),
                incident.fearedUntil,
                clocks.of(incident.id),
                clocks.rulesOf(incident),
                acknowledgements.of(incident.id).stream().map(mapper::view).toList(),
                periods.of(incident.id).stream().map(mapper::view).toList(),
                Verb.allowed(incident.state, incident.kind),
                links(incident.number),
                incident.publicVersion());
    }

    /** The grade a form would give, as it would be shown; nothing of it is kept. */
    static @Nullable GradeInForce preview(FailureGradeEvaluation evaluation, @Nullable Integer declared) {
        FailureGradeResult result = evaluation.result();
        if (result == null && declared == null) {
            return null;
        }
        return new GradeInForce(
                Objects.requireNonNullElseGet(
                        declared, () -> Objects.requireNonNull(result).grade()),
                true,
                declared == null ? Origin.COMPUTED.name() : Origin.DECLARED.name(),
                evaluation.ruleSet(),
                evaluation.version(),
                result == null ? null : result.grade(),
                null,
                result == null ? List.of() : result.reasons(),
                result == null ? null : result.nextGrade());
    }

    private static @Nullable GradeInForce inForce(Incident incident, List<GradeRecord> newestFirst) {
        if (incident.failureGrade == null) {
            return null;
        }
        Optional<GradeRecord> computed =
                newestFirst.stream().filter(record -> record.reasons != null).findFirst();
        String origin = newestFirst.stream()
                .filter(record -> record.origin != Origin.PROPOSED)
                .filter(record -> Objects.equals(record.grade, incident.failureGrade))
                .map(record -> record.origin.name())
                .findFirst()
                .orElse(Origin.COMPUTED.name());
        Integer said = incident.computedGrade;
        return new GradeInForce(
                incident.failureGrade,
                incident.gradeProvisional,
                origin,
                computed.map(record -> record.ruleSet).orElse(null),
                computed.map(record -> record.version).orElse(null),
                said,
                said != null && said > incident.failureGrade && incident.computedWhenDecided == null ? said : null,
                computed.map(record -> record.reasons).orElse(List.of()),
                computed.map(record -> record.nextGrade).orElse(null));
    }

    private static @Nullable LocalizedText failure(List<GradeRecord> newestFirst) {
        return newestFirst.stream()
                .filter(record -> record.facts != null)
                .findFirst()
                .filter(record -> record.failureKo != null && record.failureEn != null)
                .map(record -> new LocalizedText(
                        Objects.requireNonNull(record.failureKo), Objects.requireNonNull(record.failureEn)))
                .orElse(null);
    }

    private List<IncidentView.System> systems(Incident incident, Collection<SystemView> systems) {
        Map<UUID, SystemView> byId = systems.stream().collect(Collectors.toMap(SystemView::id, Function.identity()));
        return incident.systems.stream()
                .map(system -> mapper.view(system, Objects.requireNonNull(byId.get(system.getSystem()))))
                .toList();
    }

    /** Seconds from the first alarm to recognition; a person who knew before the alarm makes no gap. */
    static @Nullable Long awarenessGap(@Nullable Instant detected, @Nullable Instant recognised) {
        if (detected == null || recognised == null) {
            return null;
        }
        return Math.max(0, Duration.between(detected, recognised).toSeconds());
    }

    private static Map<String, String> links(String number) {
        String incident = "/api/v1/incidents/" + number;
        return Map.of(
                "runs", "/api/v1/runs?subject=" + number,
                "escalations", incident + "/escalations",
                "timeline", incident + "/timeline",
                "grades", incident + "/grades",
                "record", incident + "/record",
                "deliveries", "/api/v1/deliveries?incident=" + number);
    }
}
