package io.haetae.grading;

import org.jspecify.annotations.Nullable;

/**
 * Which of the systems moved; a null asks for no such thing.
 *
 * @param from present grade, 0 for none
 * @param to future grade
 * @param institution the owner or an institution above it
 */
public record PreviewFilter(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String institution) {

    /** Everything that moves. */
    public static final PreviewFilter NONE = new PreviewFilter(null, null, null);
}
