package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a weighted rule set says about one system.
 *
 * @param grade 1 (most important) to 4
 * @param score sum of the points, one decimal
 * @param criteria one entry per criterion, in the order of the rule set
 * @param cutOff the cut-off the score reached
 * @param nextGrade what would change the grade
 */
public record SystemGradeResult(
        int grade, BigDecimal score, List<Criterion> criteria, CutOff cutOff, NextGrade nextGrade) {

    /**
     * Points of one criterion.
     *
     * @param criterion its id
     * @param name as people read it
     * @param fact the fact that earned the points
     * @param points earned
     * @param max earnable
     * @param why which row of the point table applied
     */
    public record Criterion(
            String criterion, LocalizedText name, Object fact, BigDecimal points, BigDecimal max, LocalizedText why) {}

    /**
     * A cut-off.
     *
     * @param grade the grade it gives
     * @param atLeast the lowest score that reaches it
     */
    public record CutOff(int grade, BigDecimal atLeast) {}

    /**
     * What would change the grade.
     *
     * @param higher towards grade 1; null at grade 1
     * @param lower away from grade 1; null at the last grade
     */
    public record NextGrade(@Nullable Step higher, @Nullable Step lower) {}

    /**
     * The way to a neighbouring grade.
     *
     * @param grade that grade
     * @param points how many points are missing, or for a lower grade how many must be lost
     * @param together true when only all the changes together suffice; otherwise each one alone does
     * @param changes the smallest changes of facts that do it; empty when no facts can
     */
    public record Step(int grade, BigDecimal points, boolean together, List<Change> changes) {}

    /**
     * A change of one fact.
     *
     * @param criterion whose fact
     * @param fact the value from which on (or below which) it holds
     * @param points what the criterion would earn then
     * @param why in words
     */
    public record Change(String criterion, Object fact, BigDecimal points, LocalizedText why) {}
}
