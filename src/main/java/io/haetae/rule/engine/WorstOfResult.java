package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table says: the worst of its criteria.
 *
 * @param facts the facts as evaluated, defaults put in
 * @param grade 1 (worst) to the mildest
 * @param reasons one per criterion that says something, worst first, never empty
 * @param nextGrade what would change the grade
 * @param limits every limit in minutes, ascending
 */
public record WorstOfResult(
        Map<String, Object> facts, int grade, List<Reason> reasons, NextGrade nextGrade, List<Long> limits) {

    /** Why a criterion asks for a grade. */
    public record Reason(String criterion, int grade, LocalizedText why) {}

    /** What time alone will bring, and what stands in the way of a milder grade. */
    public record NextGrade(@Nullable Worse worse, @Nullable Milder milder) {}

    /** A worse grade that comes with time. */
    public record Worse(int grade, long inMinutes, String criterion, LocalizedText why) {}

    /** The criteria that must no longer hold for a milder grade. */
    public record Milder(int grade, List<String> criteria) {}
}
