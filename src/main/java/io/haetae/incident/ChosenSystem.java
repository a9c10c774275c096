package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemEntry;
import org.jspecify.annotations.Nullable;

/**
 * A system in the declaration: found, or chosen and then with fields of its own.
 *
 * @param index its place among those chosen, -1 when it is only found
 * @param grade its confirmed system grade
 */
record ChosenSystem(
        int index,
        String code,
        LocalizedText name,
        @Nullable Integer grade) {

    static ChosenSystem of(int index, SystemEntry system) {
        return new ChosenSystem(index, system.code(), system.name(), system.systemGrade());
    }

    /** A code the register does not know: shown as typed, so that it can be taken away. */
    static ChosenSystem unknown(int index, String code) {
        return new ChosenSystem(index, code, new LocalizedText(code, code), null);
    }

    /** Name of one of its fields. */
    public String field(String name) {
        return "systems." + index + "." + name;
    }
}
