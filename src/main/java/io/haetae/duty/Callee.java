package io.haetae.duty;

import java.util.List;

/**
 * Whom a step calls: whoever holds a function in one of the institutions when the step is carried out. Reached when
 * somebody in any of them is; {@code LINKED_OWNERS} is as many parties as institutions.
 *
 * @param function name of a {@link DutyFunction}
 * @param institutions codes, at least one
 */
public record Callee(String function, List<String> institutions) {

    public Callee {
        institutions = List.copyOf(institutions);
        if (institutions.isEmpty()) {
            throw new IllegalArgumentException("a callee needs an institution: " + function);
        }
    }
}
