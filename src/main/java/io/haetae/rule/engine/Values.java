package io.haetae.rule.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values look inside a reason; the same in both languages. */
final class Values {

    private Values() {}

    static String shown(Object value) {
        if (value instanceof Long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::shown).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
