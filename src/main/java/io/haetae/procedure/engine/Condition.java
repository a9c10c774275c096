package io.haetae.procedure.engine;

import java.util.List;
import java.util.Map;

/**
 * A fact of the subject that is awaited.
 *
 * @param fact its name
 * @param in its values, as text
 */
public record Condition(String fact, List<String> in) {

    public Condition {
        in = List.copyOf(in);
    }

    /** Whether the facts fulfil it; a fact that is missing does not. */
    public boolean holds(Map<String, ?> facts) {
        Object value = facts.get(fact);
        return value != null && in.contains(String.valueOf(value));
    }
}
