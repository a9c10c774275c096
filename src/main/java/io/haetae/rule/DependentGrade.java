package io.haetae.rule;

import java.util.List;

/**
 * The grade of a system that leans on the one being graded.
 *
 * @param grade of the system at the far end
 * @param hops the way to it, nearest first: each leans on the one before, the first on the system graded
 */
public record DependentGrade(int grade, List<SystemGradeResult.Hop> hops) {

    public DependentGrade {
        hops = List.copyOf(hops);
    }
}
