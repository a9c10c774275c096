package io.haetae.remedy;

import org.jspecify.annotations.Nullable;

/**
 * What a list of recommendations is asked for; null does not narrow it.
 *
 * @param institution addressed, with those below it
 * @param open only those of which something is awaited
 * @param overdue only those of which it is late
 * @param subject what they came from, {@code KIND:id}
 */
public record RecommendationFilter(
        @Nullable RemedyState state,
        @Nullable Basis basis,
        @Nullable String institution,
        boolean open,
        boolean overdue,
        @Nullable String subject) {

    /** Everything. */
    public static final RecommendationFilter NONE = new RecommendationFilter(null, null, null, false, false, null);

    /** Everything that came from a thing. */
    public static RecommendationFilter of(String kind, String id) {
        return new RecommendationFilter(null, null, null, false, false, kind + ":" + id);
    }
}
