package io.haetae.intake;

import io.haetae.intake.Fate.Answer;
import io.haetae.intake.Opening.Opened;
import io.haetae.kernel.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Takes in posts. First everything is kept, then incidents are opened, each in a transaction of its own: what was kept
 * is not lost when the service dies between, because the sweep goes on where it stopped.
 */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final KeyService keys;
    private final Turnstile turnstile;
    private final Keeping keeping;
    private final Opening opening;
    private final Fates fates;
    private final CurrentActor current;
    private final Clock clock;
    private final Set<UUID> beingOpened = ConcurrentHashMap.newKeySet();

    Intake(
            KeyService keys,
            Turnstile turnstile,
            Keeping keeping,
            Opening opening,
            Fates fates,
            CurrentActor current,
            Clock clock) {
        this.keys = keys;
        this.turnstile = turnstile;
        this.keeping = keeping;
        this.opening = opening;
        this.fates = fates;
        this.current = current;
        this.clock = clock;
    }

    /** Reads the alerts of a body. */
    @FunctionalInterface
    interface BodyReader {
        List<Reading> read(Source source, byte[] body, Instant now) throws IOException;
    }

    /**
     * Takes in a post and says what became of each alert.
     *
     * @param most length of the body, or the most that it may be
     */
    Answer take(String key, Adapter adapter, long most, Turnstile.Body body, BodyReader reader) throws IOException {
        Source source = keys.prove(key, adapter);
        current.set(source.actor());
        Instant now = clock.instant();
        Kept kept = turnstile.pass(most, body, read -> {
            List<Reading> readings = reader.read(source, read, now);
            turnstile.check(readings);
            return keeping.keep(source, readings, now);
        });
        return new Answer(fates.tell(kept, open(kept)));
    }

    /**
     * Opens incidents for the systems that are in none, the most important system first. One for which another post is
     * opening it at this moment is left to that post, and joined afterwards.
     */
    private Map<UUID, Opened> open(Kept kept) {
        List<KnownSystem> waiting = waiting(kept);
        Map<UUID, Opened> opened = new HashMap<>(join(waiting));
        List<KnownSystem> elsewhere = new ArrayList<>();
        for (KnownSystem system : waiting) {
            if (!opened.containsKey(system.id())) {
                if (beingOpened.add(system.id())) {
                    try {
                        open(system, opened);
                    } finally {
                        beingOpened.remove(system.id());
                    }
                } else {
                    elsewhere.add(system);
                }
            }
        }
        opened.putAll(join(elsewhere));
        elsewhere.stream().filter(system -> !opened.containsKey(system.id())).forEach(system -> open(system, opened));
        return opened;
    }

    private Map<UUID, Opened> join(List<KnownSystem> systems) {
        return systems.isEmpty()
                ? Map.of()
                : opening.join(systems.stream().map(KnownSystem::id).toList());
    }

    private void open(KnownSystem system, Map<UUID, Opened> opened) {
        try {
            opening.open(system.id(), system.code(), null).ifPresent(one -> opened.put(system.id(), one));
        } catch (RuntimeException e) {
            // The alerts are kept; the sweep tries again, and the sender need not.
            LOG.errorf(e, "no incident could be opened for %s; tried later", system.code());
            opening.postpone(system.id());
        }
    }

    private List<KnownSystem> waiting(Kept kept) {
        Set<UUID> waiting = new LinkedHashSet<>();
        for (Taken alert : kept.taken().values()) {
            if (alert.system() != null && alert.incident() == null && !alert.dismissed() && !alert.early()) {
                waiting.add(alert.system());
            }
        }
        kept.repeats().forEach((system, repeats) -> {
            if (opening.doubt(system, repeats)) {
                waiting.add(system);
            }
        });
        return waiting.stream()
                .map(kept.systems()::get)
                .filter(system -> system != null)
                .sorted(Comparator.comparing(
                                KnownSystem::grade, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(KnownSystem::code))
                .toList();
    }
}
