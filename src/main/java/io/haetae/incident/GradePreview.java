package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.FailureGradeResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the declaration shows beside itself while it is filled in.
 *
 * @param grade the computed failure grade, null while there are too few facts
 * @param reasons of it, worst first
 * @param worse what time alone will bring
 * @param failure why the rule set gave none
 */
record GradePreview(
        @Nullable Integer grade,
        List<FailureGradeResult.Reason> reasons,
        FailureGradeResult.@Nullable Worse worse,
        @Nullable LocalizedText failure) {

    /** Nothing to say yet. */
    static final GradePreview NONE = new GradePreview(null, List.of(), null, null);

    static GradePreview of(IncidentView.@Nullable GradeInForce grade) {
        if (grade == null) {
            return NONE;
        }
        FailureGradeResult.NextGrade next = grade.nextGrade();
        return new GradePreview(grade.computed(), grade.reasons(), next == null ? null : next.worse(), null);
    }
}
