package io.haetae.duty;

import java.util.List;

/**
 * Whom a step calls: whoever holds a function in one of the institutions when the step is carried out.
 *
 * @param function name of a {@link DutyFunction}
 * @param institutions codes
 */
public record Callee(String function, List<String> institutions) {

    public Callee {
        institutions = List.copyOf(institutions);
    }
}
