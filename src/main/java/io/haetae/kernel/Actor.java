package io.haetae.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a person for an institution, or the service itself.
 *
 * @param id the person's id
 * @param username log-in name
 * @param name the name as people read it
 * @param institution code of the institution the person acts for
 * @param roles what the person may do
 * @param scope which things they may do it to
 */
public record Actor(UUID id, String username, String name, String institution, Set<Role> roles, Scope scope) {

    /** The service itself, in sweeps. It has no role: whatever a role must allow, it may not do. */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), "haetae", "Haetae", "", Set.of(), Scope.NONE);

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether the actor holds at least one of {@code wanted}. */
    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** True for the service itself. */
    public boolean isSystem() {
        return this.equals(SYSTEM);
    }
}
