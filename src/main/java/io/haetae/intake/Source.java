package io.haetae.intake;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.rule.Mapping;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of alerts as one of its keys shows it.
 *
 * @param id of the source
 * @param key id of the key
 * @param name of the source
 * @param institution for which it speaks
 * @param systemLabel label that names the system
 * @param externalScheme scheme of the register in which the label may name it too
 * @param mapping how a body is read, for adapters that need it
 */
record Source(
        UUID id,
        UUID key,
        String name,
        Adapter adapter,
        String institution,
        String systemLabel,
        @Nullable String externalScheme,
        @Nullable Mapping mapping) {

    /** The source acts as an operator of its institution would: it logs failures of what the institution reaches. */
    Actor actor() {
        return actor(id, name, institution);
    }

    static Actor actor(UUID id, String name, String institution) {
        Scope scope = new Scope(false, Set.of(institution, Scope.authorityKey(institution)));
        return new Actor(id, "intake:" + name, name, institution, Set.of(Role.OPERATOR), scope);
    }
}
