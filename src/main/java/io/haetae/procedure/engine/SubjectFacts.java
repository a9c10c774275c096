package io.haetae.procedure.engine;

import java.util.Set;

/**
 * Which facts of a kind of subject there are.
 *
 * @param readable those that may be awaited
 * @param writable those that a field may write
 * @param ofParts those of them that each part of the subject has of its own
 */
public record SubjectFacts(Set<String> readable, Set<String> writable, Set<String> ofParts) {

    public SubjectFacts {
        readable = Set.copyOf(readable);
        writable = Set.copyOf(writable);
        ofParts = Set.copyOf(ofParts);
    }
}
