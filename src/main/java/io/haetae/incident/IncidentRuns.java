package io.haetae.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.RunHappening;
import io.haetae.procedure.RunSubject;
import io.haetae.procedure.SubjectPart;
import io.haetae.procedure.SubjectView;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents as what procedures are about. */
@ApplicationScoped
class IncidentRuns implements RunSubject {

    /** Facts in words; they may still be written when the incident is closed, because they change no grade. */
    private static final Set<String> WORDS = Set.of("cause", "damage", "actions", "department", "contact");

    private static final Set<String> OTHERS =
            Set.of("occurredAt", "recognisedAt", "expectedRecoveryAt", "security", "lifeSafety", "deadlineToday");

    /** What the incident's own form allows in these two. */
    private static final int LONGEST_NAME = 200;

    private final Incidents incidents;
    private final IncidentViews views;
    private final GradeCourse course;
    private final Chronicle chronicle;
    private final ObjectMapper json;
    private final Clock clock;

    IncidentRuns(
            Incidents incidents,
            IncidentViews views,
            GradeCourse course,
            Chronicle chronicle,
            ObjectMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.views = views;
        this.course = course;
        this.chronicle = chronicle;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Telling.INCIDENT;
    }

    @Override
    public Set<String> readable() {
        return Set.of("state", "failureGrade", "recovered", "acknowledged", "security", "lifeSafety", "major");
    }

    @Override
    public Set<String> writable() {
        Set<String> names = new HashSet<>(WORDS);
        names.addAll(OTHERS);
        names.addAll(SaidOfSystems.FACTS);
        return names;
    }

    @Override
    public Set<String> writableOfParts() {
        return SaidOfSystems.FACTS;
    }

    /** The systems that still fail before those that recovered. */
    @Override
    public List<SubjectPart> parts(String id) {
        Incident incident = load(id).orElseThrow(Refusal::notFound);
        Set<String> recovered = incident.systems.stream()
                .filter(IncidentSystem::isRecovered)
                .map(IncidentSystem::getCode)
                .collect(Collectors.toSet());
        return views.registerOf(incident).stream()
                .sorted(Comparator.comparing((SystemView system) -> recovered.contains(system.code()))
                        .thenComparing(SystemView::code))
                .map(system -> new SubjectPart(system.code(), system.name()))
                .toList();
    }

    @Override
    public Optional<SubjectView> find(String id) {
        return load(id).map(this::view);
    }

    @Override
    public String href(String id) {
        return "/incidents/" + id;
    }

    private Optional<Incident> load(String number) {
        return incidents.resolve(number, LockModeType.NONE);
    }

    /** The incident as this transaction knows it. */
    SubjectView view(Incident incident) {
        Map<String, Instant> times = new HashMap<>();
        put(times, "DETECTED", incident.detectedAt);
        put(times, "RECOGNISED", incident.recognisedAt);
        put(times, "RECOVERED", incident.recoveredAt);
        List<String> institutions = views.registerOf(incident).stream()
                .flatMap(IncidentRuns::owners)
                .distinct()
                .sorted()
                .toList();
        return new SubjectView(
                Telling.INCIDENT,
                incident.number,
                incident.title,
                href(incident.number),
                Set.copyOf(incident.scope),
                incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW,
                incident.exercise,
                institutions,
                times,
                incident.failureGrade);
    }

    private static Stream<String> owners(SystemView system) {
        return Stream.of(system.owner(), system.operator()).filter(code -> code != null);
    }

    private static void put(Map<String, Instant> times, String name, @Nullable Instant at) {
        if (at != null) {
            times.put(name, at);
        }
    }

    @Override
    public Map<String, Object> facts(String id) {
        Incident incident = load(id).orElseThrow(Refusal::notFound);
        Map<String, Object> facts = new HashMap<>();
        facts.put("state", incident.state.name());
        facts.put("recovered", incident.recoveredAt != null);
        facts.put("acknowledged", incident.acknowledgedAt != null);
        facts.put("security", incident.security.name());
        facts.put("lifeSafety", incident.lifeSafety);
        facts.put("major", incident.major);
        if (incident.failureGrade != null) {
            facts.put("failureGrade", incident.failureGrade);
        }
        return facts;
    }

    @Override
    public void record(String id, Map<String, JsonNode> facts) {
        Instant now = clock.instant();
        Incident incident =
                incidents.resolve(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
        List<AffectedSystem> ofSystems = SaidOfSystems.read(incident, facts);
        Map<String, JsonNode> ofIncident = new HashMap<>(facts);
        ofIncident.keySet().removeAll(SaidOfSystems.FACTS);
        ofIncident.remove(PARTS);
        if (ofSystems.isEmpty() && ofIncident.isEmpty()) {
            return;
        }
        IncidentCommand command = command(ofIncident);
        Map<String, Object> what = Map.of(
                "facts", facts.keySet().stream().sorted().toList(),
                "systems", ofSystems.stream().map(AffectedSystem::code).toList());
        if (incident.state == IncidentState.CLOSED && ofSystems.isEmpty() && WORDS.containsAll(ofIncident.keySet())) {
            incident.change(command);
            chronicle.write(incident, Verb.CHANGE_FACTS.rule(), "FACTS_CHANGED", now, now, what);
            return;
        }
        Verb.CHANGE_FACTS.check(incident);
        incident.change(command);
        ofSystems.forEach(said -> incident.system(said.code()).orElseThrow().change(said, now));
        IncidentTimes.check(incident, now);
        course.factsChanged(incident, views.registerOf(incident), what, now);
    }

    private IncidentCommand command(Map<String, JsonNode> facts) {
        for (String name : List.of("department", "contact")) {
            JsonNode said = facts.get(name);
            if (said != null && said.asText().length() > LONGEST_NAME) {
                throw Refusal.fields(
                        List.of(new FieldError("/" + name, "wrong-size", Map.of("min", 0, "max", LONGEST_NAME))));
            }
        }
        try {
            return json.convertValue(facts, IncidentCommand.class);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("/" + String.join(",", facts.keySet()), "invalid", "");
        }
    }

    @Override
    public void told(String id, RunHappening happening) {
        Map<String, Object> data = new HashMap<>();
        data.put("run", happening.run().toString());
        data.put("manualKo", happening.manual().ko());
        data.put("manualEn", happening.manual().en());
        if (happening.step() != null) {
            data.put("stepKo", happening.step().ko());
            data.put("stepEn", happening.step().en());
        }
        if (happening.outcome() != null) {
            data.put("outcomeKo", happening.outcome().ko());
            data.put("outcomeEn", happening.outcome().en());
        }
        data.put("note", happening.note() == null ? "" : happening.note());
        Incident incident = load(id).orElseThrow(Refusal::notFound);
        chronicle.tell(incident, happening.kind(), happening.at(), clock.instant(), data);
    }
}
