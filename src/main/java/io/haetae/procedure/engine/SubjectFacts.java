package io.haetae.procedure.engine;

import java.util.Set;

/**
 * Which facts of a kind of subject there are.
 *
 * @param readable those that may be awaited
 * @param writable those that a field may write
 */
public record SubjectFacts(Set<String> readable, Set<String> writable) {

    public SubjectFacts {
        readable = Set.copyOf(readable);
        writable = Set.copyOf(writable);
    }
}
