package io.haetae.intake;

import io.haetae.identity.InstitutionService;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Ongoing;
import io.haetae.intake.AlertStore.Closed;
import io.haetae.intake.Reading.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps a post: finds its systems, writes what is there and what is over. No incident is opened here. */
@ApplicationScoped
class Keeping {

    private final KnownSystems known;
    private final Severities severities;
    private final AlertStore store;
    private final MonitoredIncidents incidents;
    private final InstitutionService institutions;
    private final Correlating correlating;

    Keeping(
            KnownSystems known,
            Severities severities,
            AlertStore store,
            MonitoredIncidents incidents,
            InstitutionService institutions,
            Correlating correlating) {
        this.known = known;
        this.severities = severities;
        this.store = store;
        this.incidents = incidents;
        this.institutions = institutions;
        this.correlating = correlating;
    }

    Kept keep(Source source, List<Reading> readings, Instant now) {
        List<Signal> signals = readings.stream()
                .filter(Signal.class::isInstance)
                .map(Signal.class::cast)
                .toList();
        Map<String, KnownSystem> systems = systems(source, signals);
        Map<UUID, KnownSystem> byId = systems.values().stream()
                .collect(Collectors.toMap(KnownSystem::id, Function.identity(), (one, other) -> one));
        ScopeKeys scope = new ScopeKeys(institutions.selfAndAbove(source.institution()));
        Map<UUID, Ongoing> ongoing = incidents.ongoing(byId.keySet());
        Map<String, Taken> taken = store
                .take(source, Arrival.of(signals, systems, source.adapter(), severities, now), ongoing, scope, now)
                .stream()
                .collect(Collectors.toMap(Taken::fingerprint, Function.identity()));
        correlating.lookAtLate(taken.values(), byId, ongoing);
        Map<String, Over> over = over(source, signals, systems, now);
        Map<String, Closed> closed = store.close(source, over, scope, now);
        for (String tooLate : store.settle(source, unsettled(taken, over.keySet(), closed.keySet()))) {
            taken.computeIfPresent(tooLate, (same, alert) -> alert.tooLate());
        }
        return new Kept(readings, taken, closed, byId, repeats(taken, ongoing));
    }

    /** Fresh alerts, and ends that closed nothing. */
    private static Set<String> unsettled(Map<String, Taken> taken, Set<String> over, Set<String> closed) {
        Set<String> unsettled = new HashSet<>(over);
        unsettled.removeAll(closed);
        taken.values().stream().filter(Taken::fresh).map(Taken::fingerprint).forEach(unsettled::add);
        return unsettled;
    }

    private Map<String, KnownSystem> systems(Source source, List<Signal> signals) {
        Set<String> said =
                signals.stream().map(Signal::system).filter(Objects::nonNull).collect(Collectors.toSet());
        return known.find(source, said);
    }

    /** What is over, by fingerprint; of several ends of one alert the latest counts. */
    private Map<String, Over> over(Source source, List<Signal> signals, Map<String, KnownSystem> systems, Instant now) {
        Map<String, Over> over = new TreeMap<>();
        for (Signal signal : signals) {
            if (!signal.firing()) {
                KnownSystem system = signal.system() == null ? null : systems.get(signal.system());
                Integer severity = severities.level(source.adapter(), signal.severity());
                Over one = new Over(signal, system, severity, Over.ended(signal, now));
                over.merge(
                        signal.fingerprint(),
                        one,
                        (first, second) -> second.endedAt().isBefore(first.endedAt()) ? first : second);
            }
        }
        return over;
    }

    private static Map<UUID, List<Taken>> repeats(Map<String, Taken> taken, Map<UUID, Ongoing> ongoing) {
        Map<UUID, List<Taken>> repeats = new HashMap<>();
        for (Taken alert : taken.values()) {
            UUID system = alert.system();
            if (system != null && alert.incident() != null && !alert.fresh()) {
                Ongoing there = ongoing.get(system);
                if (there == null || !there.number().equals(alert.incident())) {
                    repeats.computeIfAbsent(system, none -> new ArrayList<>()).add(alert);
                }
            }
        }
        return repeats;
    }
}
