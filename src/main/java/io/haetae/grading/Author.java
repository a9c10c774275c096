package io.haetae.grading;

import io.haetae.identity.Mandate;
import io.haetae.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step, in whose right.
 *
 * @param mandate null when the right is the actor's own
 */
record Author(Actor actor, @Nullable Mandate mandate) {

    /** For which institution. */
    String institution() {
        return mandate == null ? actor.institution() : mandate.institution();
    }

    /** For whom, as it stands beside the step; null for oneself. */
    @Nullable
    String onBehalfOf() {
        return mandate == null ? null : mandate.onBehalfOf();
    }
}
