package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a decision table.
 *
 * @param grade it asks for
 * @param when it holds
 * @param clock the field of the entry that counts minutes, null when time plays no part
 * @param after from how many minutes on it holds
 * @param values what the reason is filled with
 * @param why template of the reason
 */
record Cell(
        int grade,
        Expression when,
        @Nullable String clock,
        long after,
        Map<String, Expression> values,
        LocalizedText why) {

    LocalizedText why(Map<String, Object> variables) {
        Map<String, Object> shown = new HashMap<>();
        values.forEach((name, value) -> shown.put(name, Values.shown(value.value(variables))));
        shown.put("after", Values.shown(after));
        shown.put("afterHours", Values.shown(after / 60));
        return new LocalizedText(Texts.fill(why.ko(), shown), Texts.fill(why.en(), shown));
    }
}
