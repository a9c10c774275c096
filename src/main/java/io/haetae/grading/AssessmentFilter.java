package io.haetae.grading;

import org.jspecify.annotations.Nullable;

/**
 * Which assessments; a null asks for no such thing.
 *
 * @param institution the owner or an institution above it
 * @param system code of the system
 * @param task what waits for the reader
 */
public record AssessmentFilter(
        @Nullable AssessmentState state,
        @Nullable String institution,
        @Nullable String system,
        @Nullable Task task) {

    /** Everything the reader may see. */
    public static final AssessmentFilter NONE = new AssessmentFilter(null, null, null, null);

    /** What waits for the reader. */
    public enum Task {
        /** To write, complete and submit, as an officer of the owner's side. */
        ANSWER,
        /** To decide, as the central authority. */
        DECIDE
    }

    /** What waits for the reader, and nothing else. */
    public static AssessmentFilter of(Task task) {
        return new AssessmentFilter(null, null, null, task);
    }

    /** Those of one system. */
    public static AssessmentFilter ofSystem(String code) {
        return new AssessmentFilter(null, null, code, null);
    }
}
