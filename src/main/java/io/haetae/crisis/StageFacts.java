package io.haetae.crisis;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.incident.IncidentImpacts;
import io.haetae.incident.IncidentImpacts.Count;
import io.haetae.incident.IncidentImpacts.Failing;
import io.haetae.incident.IncidentImpacts.PlaceOut;
import io.haetae.incident.IncidentImpacts.Stopped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the facts of each lead agency as the rule set for stages wants them. */
@ApplicationScoped
class StageFacts {

    private final IncidentImpacts impacts;
    private final CrisisConfig config;
    private final OfficeHours hours;

    StageFacts(IncidentImpacts impacts, WorkingCalendar calendar, CrisisConfig config) {
        this.impacts = impacts;
        this.config = config;
        this.hours = new OfficeHours(calendar, config.officeOpens(), config.officeCloses());
    }

    /** What the incidents of a crisis do now. */
    private record Now(
            List<Count> counts,
            List<Failing> failing,
            List<Stopped> stopped,
            List<PlaceOut> places,
            Map<String, Stage> standing,
            Map<String, Observation> seen,
            Instant at) {}

    /** The facts now, by lead agency: of every one with a system that is hit, or a stage that stands. */
    Map<String, Map<String, Object>> now(
            Collection<String> incidents, Map<String, Stage> standing, Map<String, Observation> seen, Instant at) {
        Now now = new Now(
                impacts.counts(incidents, at),
                impacts.failing(incidents, at),
                impacts.stopped(incidents, at),
                impacts.placesOut(incidents, at),
                standing,
                seen,
                at);
        TreeSet<String> agencies = new TreeSet<>(seen.keySet());
        now.counts().stream().map(Count::leadAgency).filter(Objects::nonNull).forEach(agencies::add);
        standing.forEach((agency, stage) -> {
            if (stage != Stage.NONE) {
                agencies.add(agency);
            }
        });
        Map<String, Map<String, Object>> facts = new TreeMap<>();
        agencies.forEach(agency -> facts.put(agency, facts(agency, now)));
        return facts;
    }

    private Map<String, Object> facts(String agency, Now now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("standing", stage(now, agency));
        // The ministry for disasters does not follow itself.
        boolean itself = agency.equals(config.safetyMinistry());
        facts.put("safetyMinistry", itself ? Stage.NONE.name() : stage(now, config.safetyMinistry()));
        List<Count> own = now.counts().stream()
                .filter(count -> agency.equals(count.leadAgency()))
                .toList();
        facts.put("total", sum(own, null, false));
        facts.put("restored", sum(own, null, true));
        facts.put("gradeOne", sum(own, 1, false));
        facts.put("gradeOneRestored", sum(own, 1, true));
        facts.put("failures", failures(agency, now));
        facts.put("stopped", stopped(agency, now));
        facts.put("places", places(agency, now));
        facts.put("emergencies", emergencies(agency, now));
        Observation seen = now.seen().get(agency);
        if (seen != null && seen.peakPercent() != null) {
            facts.put("peakPercent", (long) seen.peakPercent());
        }
        Instant out = seen == null ? null : seen.countersOutSince();
        facts.put("countersOutMinutes", out == null ? 0L : hours.minutes(out, now.at()));
        return facts;
    }

    private static String stage(Now now, String agency) {
        return Objects.requireNonNullElse(now.standing().get(agency), Stage.NONE)
                .name();
    }

    private static long sum(List<Count> counts, @Nullable Integer grade, boolean restored) {
        return counts.stream()
                .filter(count -> grade == null || grade.equals(count.systemGrade()))
                .mapToLong(count -> restored ? count.restored() : count.total())
                .sum();
    }

    private static List<Map<String, Object>> failures(String agency, Now now) {
        return now.failing().stream()
                .filter(failing -> failing.leadAgency().equals(agency))
                .map(failing -> Map.<String, Object>of(
                        "number", List.of(failing.number()),
                        "failureGrade", (long) Objects.requireNonNullElse(failing.failureGrade(), 0),
                        "severeMinutes", minutes(failing.severeSince(), now.at()),
                        "feared", failing.feared(),
                        "gradeOne", (long) failing.gradeOne()))
                .toList();
    }

    private static long minutes(@Nullable Instant since, Instant now) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMinutes());
    }

    private static List<Map<String, Object>> stopped(String agency, Now now) {
        return now.stopped().stream()
                .filter(down -> down.leadAgency().equals(agency) && Objects.equals(down.systemGrade(), 1))
                .map(down -> Map.<String, Object>of(
                        "names", down.names(), "count", (long) down.count(), "minutes", down.minutes(now.at())))
                .toList();
    }

    private static List<Map<String, Object>> emergencies(String agency, Now now) {
        return now.stopped().stream()
                .filter(down -> down.leadAgency().equals(agency) && down.emergency())
                .map(down -> Map.<String, Object>of(
                        "names",
                        down.names(),
                        "systemGrade",
                        (long) Objects.requireNonNullElse(down.systemGrade(), 0),
                        "regions",
                        (long) down.regions(),
                        "minutes",
                        down.minutes(now.at())))
                .toList();
    }

    private static List<Map<String, Object>> places(String agency, Now now) {
        Observation seen = now.seen().get(agency);
        boolean takenOver = seen != null && seen.isTakenOver();
        return now.places().stream()
                .filter(place -> place.leadAgency().equals(agency))
                .map(place -> Map.<String, Object>of(
                        "name",
                        List.of(place.room() == null ? place.site() : place.site() + " " + place.room()),
                        "kind",
                        place.room() == null ? "SITE" : "ROOM",
                        "takenOver",
                        takenOver))
                .toList();
    }
}
