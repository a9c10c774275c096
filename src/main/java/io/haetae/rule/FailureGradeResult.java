package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a worst-of rule set says about one failure.
 *
 * @param grade 1 (worst) to 4
 * @param reasons one per criterion that says something, worst first, never empty
 * @param nextGrade what would change the grade
 * @param limits every limit in minutes that the rule set knows, ascending
 */
public record FailureGradeResult(int grade, List<Reason> reasons, NextGrade nextGrade, List<Long> limits) {

    /** The next limit after so many minutes, when time alone may change a grade; empty after the last. */
    public Optional<Long> nextLimitAfter(long elapsedMinutes) {
        return limits.stream().filter(limit -> limit > elapsedMinutes).findFirst();
    }

    /**
     * Why a criterion says what it says.
     *
     * @param criterion its id
     * @param grade the grade it asks for
     * @param why in words, with the facts
     */
    public record Reason(String criterion, int grade, LocalizedText why) {}

    /**
     * What would change the grade.
     *
     * @param worse what time alone will bring, null when time alone makes it no worse
     * @param milder what stands in the way of a milder grade, null at the mildest
     */
    public record NextGrade(@Nullable Worse worse, @Nullable Milder milder) {}

    /**
     * A worse grade that time alone will bring.
     *
     * @param grade that grade
     * @param inMinutes in how many minutes from the facts evaluated
     * @param criterion by which criterion
     * @param why in words
     */
    public record Worse(int grade, long inMinutes, String criterion, LocalizedText why) {}

    /**
     * A milder grade.
     *
     * @param grade the one that would be left
     * @param criteria ids of the criteria that must no longer hold, all of them
     */
    public record Milder(int grade, List<String> criteria) {}
}
