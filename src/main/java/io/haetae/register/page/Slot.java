package io.haetae.register.page;

import io.haetae.kernel.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a list within a form: those filled in, and empty ones after them, so that a form can grow without a
 * script.
 *
 * @param prefix what the names of its fields begin with, such as {@code services.0.}
 * @param number as people count
 * @param inner the entries of the list within it
 */
record Slot(String prefix, int number, List<Slot> inner) {

    /** More than anybody fills in by hand; larger lists come by import. */
    private static final int MAX = 100;

    /** The name of one of its fields. */
    public String of(String field) {
        return prefix + field;
    }

    /** The entries of a list, {@code spare} of them empty; {@code inner} names the list within each, if any. */
    static List<Slot> of(
            Form form, String list, List<String> fields, int spare, String inner, List<String> innerFields) {
        int filled = 0;
        for (int i = 0; i < MAX; i++) {
            if (isFilled(form, list + "." + i + ".", fields)) {
                filled = i + 1;
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < filled + spare; i++) {
            String prefix = list + "." + i + ".";
            List<Slot> within = inner.isEmpty() ? List.of() : of(form, prefix + inner, innerFields, 1, "", List.of());
            slots.add(new Slot(prefix, i + 1, within));
        }
        return slots;
    }

    static List<Slot> of(Form form, String list, List<String> fields, int spare) {
        return of(form, list, fields, spare, "", List.of());
    }

    static boolean isFilled(Form form, String prefix, List<String> fields) {
        return fields.stream().anyMatch(field -> form.text(prefix + field) != null);
    }
}
