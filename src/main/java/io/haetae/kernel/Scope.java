package io.haetae.kernel;

import java.util.Collection;
import java.util.Set;

/**
 * Which things a person's institution reaches. Every thing carries the set of keys that reach it: the codes of the
 * institutions that own, operate, house or lead it with all institutions above them, and {@code @CODE} for the
 * central authority of its owner. A scope reaches a thing when the two sets share a key.
 *
 * @param all true for roles that reach every thing (the kind of thing still decides what they may do to it)
 * @param keys own institution code and, for the roles that act for a central authority, {@code @CODE}
 */
public record Scope(boolean all, Set<String> keys) {

    /** Reaches nothing. */
    public static final Scope NONE = new Scope(false, Set.of());

    /** Reaches everything; for sweeps and public pages that apply their own rule. */
    public static final Scope ALL = new Scope(true, Set.of());

    public Scope {
        keys = Set.copyOf(keys);
    }

    /** Whether a thing that carries {@code thingKeys} is in this scope. */
    public boolean reaches(Collection<String> thingKeys) {
        return all || thingKeys.stream().anyMatch(keys::contains);
    }

    /** The keys as a PostgreSQL array parameter. */
    public String[] keyArray() {
        return keys.toArray(String[]::new);
    }

    /** The key under which things belong to a central authority. */
    public static String authorityKey(String institution) {
        return "@" + institution;
    }
}
