package io.haetae.register;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which systems the actor may write.
 *
 * @param everywhere true for an administrator
 * @param own the actor's institution and those below it
 * @param line the institutions of {@code own} and those above
 */
record Permit(boolean everywhere, Set<String> own, Set<String> line) {

    /** Why the actor may not bring a system from its present state (null: it is new) to the one wanted. */
    @Nullable
    RegisterError refuses(SystemCommand wanted, @Nullable SystemView present) {
        if (present != null && wanted.isMajor() != present.major()) {
            return RegisterError.MAJOR_IS_DESIGNATED; // an act of its own, with its basis, for whoever keeps the entry
        }
        if (everywhere) {
            return null;
        }
        if (!own.contains(wanted.owner()) || refusesOwner(present)) {
            return RegisterError.NOT_YOURS;
        }
        if (present == null && wanted.isMajor()) {
            return RegisterError.MAJOR_IS_DESIGNATED;
        }
        String before = present == null ? null : present.leadAgency();
        String after = wanted.leadAgency();
        if (after != null && !Objects.equals(before, after) && !line.contains(after)) {
            return RegisterError.FOREIGN_LEAD_AGENCY;
        }
        return null;
    }

    private boolean refusesOwner(@Nullable SystemView present) {
        return present != null && refuses(present);
    }

    /** Whether what belongs to the system is beyond the actor, such as its dependencies. */
    boolean refuses(SystemView present) {
        return !everywhere && !own.contains(present.owner());
    }
}
