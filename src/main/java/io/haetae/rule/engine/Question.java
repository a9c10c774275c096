package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;

/**
 * A fact that weighted rules ask for.
 *
 * @param id of the fact
 * @param name as people read it
 * @param choices what may be answered, best first; none when a number is asked
 */
public record Question(String id, LocalizedText name, List<Choice> choices) {

    /** One answer. */
    public record Choice(String value, LocalizedText name) {}
}
