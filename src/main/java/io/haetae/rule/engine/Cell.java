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
 * @param afterOf the same where it hangs on the entry, null where it does not
 * @param values what the reason is filled with
 * @param why template of the reason
 */
record Cell(
        int grade,
        Expression when,
        @Nullable String clock,
        long after,
        @Nullable Expression afterOf,
        Map<String, Expression> values,
        LocalizedText why) {

    /** How many minutes are missing until it holds; none, or less, when it does. */
    long missing(Map<String, Object> scope) {
        return clock == null
                ? 0
                : after(scope) - (Long) WorstOfRules.entry(scope).getOrDefault(clock, 0L);
    }

    /** From how many minutes on it holds for this entry. */
    long after(Map<String, Object> scope) {
        return afterOf == null ? after : (Long) afterOf.value(scope);
    }

    LocalizedText why(Map<String, Object> variables) {
        Map<String, Object> shown = new HashMap<>();
        values.forEach((name, value) -> shown.put(name, Values.shown(value.value(variables))));
        long limit = after(variables);
        shown.put("after", Values.shown(limit));
        shown.put("afterHours", Values.shown(limit / 60));
        return new LocalizedText(Texts.fill(why.ko(), shown), Texts.fill(why.en(), shown));
    }
}
