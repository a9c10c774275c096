package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;

/**
 * A fact that weighted rules ask for.
 *
 * @param id of the fact
 * @param name as people read it
 * @param choices what may be answered, best first; none when a number is asked
 * @param mayBeLeftOut whether it need not be answered
 */
public record Question(String id, LocalizedText name, List<Choice> choices, boolean mayBeLeftOut) {

    /** One answer. */
    public record Choice(String value, LocalizedText name) {}
}
