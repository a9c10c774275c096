package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.util.List;

/**
 * A fact that a rule set for system grades asks for.
 *
 * @param id of the fact
 * @param name as people read it
 * @param choices what may be answered, best first; none when a number is asked
 * @param mayBeLeftOut whether it need not be answered
 */
public record FactQuestion(String id, LocalizedText name, List<Choice> choices, boolean mayBeLeftOut) {

    public FactQuestion {
        choices = List.copyOf(choices);
    }

    /** One answer. */
    public record Choice(String value, LocalizedText name) {}
}
