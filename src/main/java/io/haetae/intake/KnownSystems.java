package io.haetae.intake;

import io.haetae.identity.InstitutionChanged;
import io.haetae.kernel.Scope;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the systems that a source names. What was found is remembered for seconds, because in a storm every post names
 * the same ones; what was not found is looked for each time, so that a system just registered is known at once.
 */
@ApplicationScoped
class KnownSystems {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SystemService systems;
    private final Clock clock;
    private final Map<Name, Remembered> remembered = new ConcurrentHashMap<>();

    KnownSystems(SystemService systems, Clock clock) {
        this.systems = systems;
        this.clock = clock;
    }

    /** Who reaches what is another matter in the moment after. */
    void onTreeChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) InstitutionChanged event) {
        remembered.clear();
    }

    private record Name(@Nullable String scheme, String said) {}

    private record Remembered(KnownSystem system, Instant at) {

        boolean isFresh(Instant now) {
            return Duration.between(at, now).abs().compareTo(FRESH) < 0;
        }
    }

    /** The systems that these words mean in the mouth of a source and that it reaches; others are left out. */
    Map<String, KnownSystem> find(Source source, Collection<String> said) {
        Instant now = clock.instant();
        Scope scope = source.actor().scope();
        Map<String, KnownSystem> found = new HashMap<>();
        Set<String> wanted = new TreeSet<>();
        for (String word : said) {
            Remembered one = remembered.get(new Name(source.externalScheme(), word));
            if (one == null || !one.isFresh(now)) {
                wanted.add(word);
            } else {
                found.put(word, one.system());
            }
        }
        if (!wanted.isEmpty()) {
            look(source.externalScheme(), wanted).forEach((word, system) -> {
                remembered.put(new Name(source.externalScheme(), word), new Remembered(system, now));
                found.put(word, system);
            });
        }
        found.values().removeIf(system -> !scope.reaches(system.scopeKeys()));
        return found;
    }

    /** By code first; the external id is the second way, and never hides a code. */
    private Map<String, KnownSystem> look(@Nullable String scheme, Set<String> wanted) {
        Map<String, KnownSystem> found = new HashMap<>();
        if (scheme != null) {
            for (SystemView system : systems.findByExternalIds(scheme, wanted)) {
                for (ExternalId id : system.endedAt() == null ? system.externalIds() : List.<ExternalId>of()) {
                    if (id.scheme().equals(scheme) && wanted.contains(id.id())) {
                        found.put(id.id(), KnownSystem.of(system));
                    }
                }
            }
        }
        byCode(wanted).forEach((word, system) -> found.put(word, KnownSystem.of(system)));
        return found;
    }

    /** An old code means what took its place, unless that is several systems: then people say which. */
    private Map<String, SystemView> byCode(Set<String> wanted) {
        Map<String, SystemView> found = new HashMap<>();
        Map<String, String> meant = new HashMap<>();
        systems.meant(wanted).forEach((said, codes) -> {
            if (codes.size() == 1) {
                meant.put(said, codes.get(0));
            }
        });
        Map<String, SystemView> there =
                systems.find(meant.values()).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
        meant.forEach((said, code) -> found.put(said, Objects.requireNonNull(there.get(code))));
        return found;
    }
}
