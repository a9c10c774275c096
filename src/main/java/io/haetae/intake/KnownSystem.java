package io.haetae.intake;

import io.haetae.register.SystemView;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake needs of a system of the register. */
record KnownSystem(UUID id, String code, @Nullable Integer grade, Set<String> scopeKeys) {

    static KnownSystem of(SystemView system) {
        return new KnownSystem(system.id(), system.code(), system.systemGrade(), system.scopeKeys());
    }
}
