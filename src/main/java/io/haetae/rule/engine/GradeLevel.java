package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a grade is called in its own scheme, and which recovery it asks for.
 *
 * @param grade 1 to 4
 * @param name such as A1
 * @param recovery how and within what time a system of that grade must be back, null when the scheme says nothing
 */
public record GradeLevel(
        int grade, LocalizedText name, @Nullable Recovery recovery) {

    /**
     * A recovery target.
     *
     * @param kind such as {@code ACTIVE_ACTIVE}
     * @param fromMinutes the shortest of its span, 0 for at once
     * @param withinMinutes the longest
     */
    public record Recovery(String kind, int fromMinutes, int withinMinutes) {}
}
