package io.haetae.intake;

import io.haetae.intake.Reading.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one post says about one alert that is there: a post may name it more than once. */
final class Arrival {

    final Signal first;
    final @Nullable KnownSystem system;
    final @Nullable Integer severity;
    Instant startsAt;
    Instant latestStartAt;
    int count;

    private Arrival(Signal first, @Nullable KnownSystem system, @Nullable Integer severity, Instant startsAt) {
        this.first = first;
        this.system = system;
        this.severity = severity;
        this.startsAt = startsAt;
        this.latestStartAt = startsAt;
    }

    /**
     * The alerts of a post that are there, by fingerprint: two posts that write the same rows write them in the same
     * order, and so never wait for each other in a circle.
     */
    static Collection<Arrival> of(
            Collection<Signal> signals,
            Map<String, KnownSystem> systems,
            Adapter adapter,
            Severities severities,
            Instant now) {
        Map<String, Arrival> arrivals = new TreeMap<>();
        for (Signal signal : signals) {
            if (signal.firing()) {
                Instant said = signal.startsAt();
                Instant startsAt = said == null || said.isAfter(now) ? now : said;
                Arrival arrival = arrivals.computeIfAbsent(
                        signal.fingerprint(),
                        none -> new Arrival(
                                signal,
                                signal.system() == null ? null : systems.get(signal.system()),
                                severities.level(adapter, signal.severity()),
                                startsAt));
                arrival.add(startsAt);
            }
        }
        return arrivals.values();
    }

    static Arrival notCome(Signal signal, @Nullable KnownSystem system, @Nullable Integer severity, Instant startsAt) {
        return new Arrival(signal, system, severity, startsAt);
    }

    private void add(Instant from) {
        count++;
        startsAt = from.isBefore(startsAt) ? from : startsAt;
        latestStartAt = from.isAfter(latestStartAt) ? from : latestStartAt;
    }
}
