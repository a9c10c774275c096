package io.haetae.procedure.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked when a step is done.
 *
 * @param fact the subject's fact it writes, or null
 * @param options of a CHOICE
 */
public record Field(
        String name,
        Type type,
        LocalizedText label,
        @Nullable LocalizedText hint,
        boolean required,
        @Nullable String fact,
        List<Choice> options) {

    public Field {
        options = List.copyOf(options);
    }

    /** What may be written in it. */
    public enum Type {
        CHOICE,
        TEXT,
        NUMBER,
        TIME,
        FLAG,
        /** One or more parts of the subject: whatever else the step writes of parts is written into these. */
        SYSTEM
    }

    /** One value of a CHOICE. */
    public record Choice(String id, LocalizedText label) {}
}
