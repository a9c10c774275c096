package io.haetae.procedure.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import java.util.Set;

/**
 * Who does a step, in the manual's own words.
 *
 * @param held roles of this product whose holders may act for it
 */
public record ManualRole(String id, LocalizedText name, Set<Role> held) {

    public ManualRole {
        held = Set.copyOf(held);
    }
}
