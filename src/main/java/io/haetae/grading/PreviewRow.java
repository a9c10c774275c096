package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that a rule change would move.
 *
 * @param from its confirmed grade, null while it has none
 * @param to the grade it would have
 * @param byFacts whether its facts sufficed; otherwise only what leans on it moves it
 * @param why in words, floors first
 */
public record PreviewRow(
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable Integer from,
        int to,
        boolean byFacts,
        List<LocalizedText> why) {

    public PreviewRow {
        why = List.copyOf(why);
    }
}
