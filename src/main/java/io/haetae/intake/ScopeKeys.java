package io.haetae.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see an alert: whoever reaches its system; without one, the institution of its source and those above it. */
final class ScopeKeys {

    /** No code holds a space. */
    private static final String SEPARATOR = " ";

    private final String ofSource;
    private final Map<UUID, String> ofSystems = new HashMap<>();

    ScopeKeys(Collection<String> ofSource) {
        this.ofSource = String.join(SEPARATOR, ofSource);
    }

    String of(@Nullable KnownSystem system) {
        return system == null
                ? ofSource
                : ofSystems.computeIfAbsent(system.id(), none -> String.join(SEPARATOR, system.scopeKeys()));
    }
}
