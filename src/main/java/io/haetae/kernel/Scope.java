package io.haetae.kernel;

import java.util.Collection;
import java.util.Set;

/**
 * Which things a person's institution reaches. Every thing carries the set of keys that reach it: the codes of the
 * institutions that own, operate, house or lead it with all institutions above them, and {@code @CODE} for the
 * central authority of its owner, and {@code #CODE} for a system itself, which is held for a time by those who are sent to
 * help with it. A scope reaches a thing when the two sets share a key.
 *
 * @param all true for roles that reach every thing (the kind of thing still decides what they may do to it)
 * @param inside whether what it reaches by its role alone is open to it to the last; otherwise the operational face is
 * @param keys own institution code, for the roles that act for a central authority {@code @CODE}, and what was granted
 */
public record Scope(boolean all, boolean inside, Set<String> keys) {

    /** Reaches nothing. */
    public static final Scope NONE = new Scope(false, Set.of());

    /** Reaches everything; for sweeps and public pages that apply their own rule. */
    public static final Scope ALL = new Scope(true, Set.of());

    public Scope {
        keys = Set.copyOf(keys);
    }

    /** One that sees the inside of all that it reaches. */
    public Scope(boolean all, Set<String> keys) {
        this(all, all, keys);
    }

    /** Whether a thing that carries {@code thingKeys} is in this scope. */
    public boolean reaches(Collection<String> thingKeys) {
        return all || thingKeys.stream().anyMatch(keys::contains);
    }

    /** Whether a thing that carries {@code thingKeys} shows more than its operational face to this scope. */
    public boolean seesInside(Collection<String> thingKeys) {
        return inside || thingKeys.stream().anyMatch(keys::contains);
    }

    /** The keys as a PostgreSQL array parameter. */
    public String[] keyArray() {
        return keys.toArray(String[]::new);
    }

    /** The key under which things belong to a central authority. */
    public static String authorityKey(String institution) {
        return "@" + institution;
    }

    /** The key of a system itself, whoever its owner is. */
    public static String systemKey(String system) {
        return "#" + system;
    }
}
