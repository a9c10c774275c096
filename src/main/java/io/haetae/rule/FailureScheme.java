package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.FailureGradeResult.Worse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one scheme for failure grades says about a failure; only the one in force counts.
 *
 * @param ruleSet {@code kind/name}
 * @param title of it, as people read it
 * @param inForce whether it is the one that decides
 * @param grade 1 (worst) to 4, null when it could not be computed
 * @param level what that grade is called in the scheme, null when it has no names
 * @param reasons one per criterion that says something, worst first
 * @param worse what time alone will bring, null when time alone makes it no worse
 * @param failure why there is no grade, null when there is one
 */
public record FailureScheme(
        String ruleSet,
        String version,
        LocalizedText title,
        boolean inForce,
        @Nullable Integer grade,
        @Nullable LocalizedText level,
        List<FailureGradeResult.Reason> reasons,
        @Nullable Worse worse,
        @Nullable LocalizedText failure) {

    public FailureScheme {
        reasons = List.copyOf(reasons);
    }
}
