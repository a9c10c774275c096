package io.haetae.procedure;

import io.haetae.kernel.Refusal;
import io.haetae.kernel.YamlRefused;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.ManualReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every version read once, because versions never change; which one is in force is asked each time. */
@ApplicationScoped
class Manuals {

    private final ManualStore store;
    private final ConcurrentHashMap<ManualRef, Manual> known = new ConcurrentHashMap<>();

    Manuals(ManualStore store) {
        this.store = store;
    }

    /** A version; empty when there is none of that name. */
    Optional<Manual> find(ManualRef ref) {
        Manual read = known.get(ref);
        if (read != null) {
            return Optional.of(read);
        }
        return store.find(ref).map(stored -> {
            Manual manual = ManualReader.accepted(ref.toString(), stored.content());
            known.put(ref, manual);
            return manual;
        });
    }

    /** A version that a run is pinned to. */
    Manual get(ManualRef ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("manual " + ref + " is gone"));
    }

    /** What a run begun now is pinned to: the version in force, or the newest draft of a manual that has none. */
    ManualRef startable(String manual) {
        String[] parts = ManualRef.parts(manual);
        return store.active().stream()
                .filter(ref -> ref.kind().equals(parts[0]) && ref.name().equals(parts[1]))
                .findFirst()
                .or(() -> store.all().stream()
                        .map(StoredManual::ref)
                        .filter(ref -> ref.manual().equals(manual))
                        .findFirst())
                .orElseThrow(() -> Refusal.field("/manual", "unknown-manual", manual));
    }

    /**
     * The manuals in force.
     *
     * @param readable those that can be read
     * @param broken those that cannot, with the reason; each holds back only what it would have started itself
     */
    record InForce(List<Manual> readable, Map<ManualRef, String> broken) {}

    /** The manuals in force, the unreadable apart. */
    InForce inForce() {
        List<Manual> readable = new ArrayList<>();
        Map<ManualRef, String> broken = new LinkedHashMap<>();
        for (ManualRef ref : store.active()) {
            try {
                readable.add(get(ref));
            } catch (YamlRefused refused) {
                broken.put(ref, String.valueOf(refused.getMessage()));
            }
        }
        return new InForce(readable, broken);
    }

    /** Whether a version can be read. */
    boolean isReadable(ManualRef ref) {
        try {
            return find(ref).isPresent();
        } catch (YamlRefused refused) {
            return false;
        }
    }
}
