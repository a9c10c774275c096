package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What weighted rules say.
 *
 * @param facts the facts as evaluated
 * @param grade 1 to the last cut-off
 * @param score sum of the points, one decimal
 * @param criteria in the order of the rule set
 * @param cutOff the one reached
 * @param nextGrade what would change the grade
 */
public record WeightedResult(
        Map<String, Object> facts,
        int grade,
        BigDecimal score,
        List<Criterion> criteria,
        CutOff cutOff,
        NextGrade nextGrade) {

    /** Points of one criterion and which row of its table gave them. */
    public record Criterion(
            String criterion, LocalizedText name, Object fact, BigDecimal points, BigDecimal max, LocalizedText why) {}

    /** The lowest score of a grade. */
    public record CutOff(int grade, BigDecimal atLeast) {}

    /** The ways to the neighbouring grades. */
    public record NextGrade(@Nullable Step higher, @Nullable Step lower) {}

    /** The points to gain or lose, and the smallest changes of facts that do it: each alone, or all together. */
    public record Step(int grade, BigDecimal points, boolean together, List<Change> changes) {}

    /** A fact as it would have to be, and the points it would then earn. */
    public record Change(String criterion, Object fact, BigDecimal points, LocalizedText why) {}
}
